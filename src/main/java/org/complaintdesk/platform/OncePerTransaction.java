package org.complaintdesk.platform;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What one transaction reads several times, read once: the steps of a flow that follow each other within a transaction ask
 * for the same things without knowing of each other. Nothing outlives the transaction, and outside of one nothing is kept.
 * Whoever changes what is kept here says so.
 */
public final class OncePerTransaction<K, V> {

    private final Function<K, V> read;

    /** @param read never gives null */
    public OncePerTransaction(Function<K, V> read) {
        this.read = read;
    }

    public V get(K key) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return read.apply(key);
        }
        Map<K, V> known = known();
        V value = known.get(key);
        if (value == null) {
            value = read.apply(key);
            known.put(key, value);
        }
        return value;
    }

    /** @return what this transaction has read or been given; null when it has not */
    public V known(K key) {
        Known<K, V> held = held();
        return held == null ? null : held.values.get(key);
    }

    /** From now on this is what counts in this transaction. */
    public void put(K key, V value) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            known().put(key, value);
        }
    }

    /** Something was changed: whatever is asked for next is read again. */
    public void forget() {
        Known<K, V> held = held();
        if (held != null) {
            held.values.clear();
        }
    }

    private Map<K, V> known() {
        Known<K, V> held = held();
        if (held == null) {
            held = new Known<>(this);
            TransactionSynchronizationManager.registerSynchronization(held);
            held.resume();
        }
        return held.values;
    }

    @SuppressWarnings("unchecked")
    private Known<K, V> held() {
        return (Known<K, V>) TransactionSynchronizationManager.getResource(this);
    }

    private static final class Known<K, V> implements TransactionSynchronization {

        private final Object owner;
        private final Map<K, V> values = new HashMap<>();

        private Known(Object owner) {
            this.owner = owner;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(owner);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(owner, this);
        }

        @Override
        public void savepointRollback(Object savepoint) {
            values.clear();
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(owner);
        }
    }
}
