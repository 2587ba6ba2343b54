package org.mailcontinuity.detector.streams;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/** Stores on disk in which some writes fail, each other one after it was made, as if the process had died there. */
final class CrashingStores implements Function<String, KeyValueBytesStoreSupplier> {
    private static final int EVERY = 17;

    private final AtomicInteger writes = new AtomicInteger();
    private final AtomicInteger left;

    /** @param crashes how many writes fail, one in 17 */
    CrashingStores(int crashes) {
        this.left = new AtomicInteger(crashes);
    }

    /** How many writes have yet to fail. */
    int left() {
        return left.get();
    }

    @Override
    public KeyValueBytesStoreSupplier apply(String name) {
        KeyValueBytesStoreSupplier real = Stores.persistentKeyValueStore(name);
        return new KeyValueBytesStoreSupplier() {
            @Override
            public String name() {
                return real.name();
            }

            @Override
            public KeyValueStore<Bytes, byte[]> get() {
                return crashing(real.get());
            }

            @Override
            public String metricsScope() {
                return real.metricsScope();
            }
        };
    }

    @SuppressWarnings("unchecked")
    private KeyValueStore<Bytes, byte[]> crashing(KeyValueStore<Bytes, byte[]> real) {
        return (KeyValueStore<Bytes, byte[]>) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {KeyValueStore.class}, (self, method, arguments) -> {
                    boolean fails = method.getName().equals("put") && writes.incrementAndGet() % EVERY == 0;
                    int number = fails ? left.getAndUpdate(rest -> Math.max(0, rest - 1)) : 0;
                    if (number > 0 && number % 2 == 0) {
                        throw new IllegalStateException("crash before a write");
                    }
                    Object result = call(real, method, arguments);
                    if (number > 0) {
                        throw new IllegalStateException("crash after a write");
                    }
                    return result;
                });
    }

    private static Object call(Object real, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
