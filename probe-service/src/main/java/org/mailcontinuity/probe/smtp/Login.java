package org.mailcontinuity.probe.smtp;

/** A user name and password for AUTH (RFC 4954). Its text shows no secret. */
public record Login(String username, String password) {
    public Login {
        if (username.indexOf('\0') >= 0 || password.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("username and password must not contain NUL (RFC 4616)");
        }
    }

    @Override
    public String toString() {
        return "Login[" + username + "]";
    }
}
