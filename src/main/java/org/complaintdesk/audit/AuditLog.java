package org.complaintdesk.audit;

import java.time.Clock;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.StringUtils;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * What people did that others may want to know of later. Lines stay for ever: subject and detail are codes, numbers and
 * the ids of colleagues, never a customer's name or contacts, never a password, never what somebody typed freely.
 */
@Component
public class AuditLog {

    private static final String SYSTEM = "system";

    private final AuditChain chain;
    private final TransactionTemplate apart;
    private final Clock clock;
    /** The engine is made with listeners that write here. */
    private final ObjectProvider<IdentityService> identity;

    AuditLog(AuditChain chain, PlatformTransactionManager transactions, Clock clock, ObjectProvider<IdentityService> identity) {
        this.chain = chain;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
        this.identity = identity;
    }

    /**
     * Written when this transaction commits, not written when it does not; without one, or in one that only reads, at
     * once. Who: the person signed in, the subject itself for signing in and out, nobody ({@code ""}) for a stranger's
     * request, else {@code system}. The time is the desk's, the address the request's.
     *
     * @param subject whom or what it was done to: a user id, {@code customer 17}, {@code C-20261121-000042}; at most 200
     *                characters are kept
     * @param detail  what exactly, null when there is nothing more to say; at most 1,000 characters are kept
     */
    public void record(AuditEvent what, String subject, String detail) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()
                || TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            recordApart(what, subject, detail);
        } else {
            AtCommit.of(chain, apart).add(entry(what, subject, detail));
        }
    }

    /** The same, written at once and whatever becomes of this transaction: for what fails. */
    public void recordApart(AuditEvent what, String subject, String detail) {
        Entry entry = entry(what, subject, detail);
        apart.executeWithoutResult(status -> chain.add(List.of(entry)));
    }

    private Entry entry(AuditEvent what, String subject, String detail) {
        String address = RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? request.getRequest().getRemoteAddr() : null;
        return Entry.of(clock.instant(), what, who(what, subject, address != null), address, subject, detail);
    }

    private String who(AuditEvent what, String subject, boolean requested) {
        Authentication person = identity.getObject().getCurrentAuthentication();
        if (person != null && StringUtils.hasText(person.getUserId())) {
            return person.getUserId();
        }
        return what.isOwnDoing() ? subject : requested ? "" : SYSTEM;
    }
}
