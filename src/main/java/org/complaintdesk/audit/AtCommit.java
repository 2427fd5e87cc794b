package org.complaintdesk.audit;

import java.util.ArrayList;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The lines of one transaction, added as the last thing it does: the end of the log is one place for all, and who holds it
 * keeps everybody else waiting.
 */
final class AtCommit implements TransactionSynchronization, Ordered {

    private final AuditChain chain;
    private final TransactionTemplate apart;
    private final List<Entry> entries = new ArrayList<>();

    private AtCommit(AuditChain chain, TransactionTemplate apart) {
        this.chain = chain;
        this.apart = apart;
    }

    /** @return that of the running transaction */
    static AtCommit of(AuditChain chain, TransactionTemplate apart) {
        return TransactionSynchronizationManager.getSynchronizations().stream().filter(AtCommit.class::isInstance)
                .map(AtCommit.class::cast).findFirst().orElseGet(() -> {
                    AtCommit begun = new AtCommit(chain, apart);
                    TransactionSynchronizationManager.registerSynchronization(begun);
                    return begun;
                });
    }

    void add(Entry entry) {
        entries.add(entry);
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        write();
    }

    /** What others recorded while the transaction was already committing is not lost either. */
    @Override
    public void afterCompletion(int status) {
        if (status == STATUS_COMMITTED && !entries.isEmpty()) {
            apart.executeWithoutResult(late -> write());
        }
    }

    private void write() {
        if (!entries.isEmpty()) {
            chain.add(List.copyOf(entries));
            entries.clear();
        }
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
