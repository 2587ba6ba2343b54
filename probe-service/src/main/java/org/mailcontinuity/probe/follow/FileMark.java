package org.mailcontinuity.probe.follow;

/**
 * How far a file was read. A file is known again by its inode and by how it begins: an inode is used again, and a file
 * emptied in place begins otherwise.
 *
 * @param path where it was last seen
 * @param head SHA-256 of its first {@code headLength} bytes, hex
 * @param offset where the first line not yet read begins
 */
public record FileMark(String path, long inode, String head, int headLength, long offset) {}
