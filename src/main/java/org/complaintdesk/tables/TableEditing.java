package org.complaintdesk.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.complaintdesk.audit.AuditEvent;
import org.complaintdesk.audit.AuditLog;
import org.complaintdesk.platform.AsSystem;
import org.complaintdesk.platform.ShippedTables;
import org.complaintdesk.platform.TableChanged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Drafts of tables, and how they come in force. */
@Service
class TableEditing {

    private static final String HOUSE = "house";

    private final Tables tables;
    private final TableStore store;
    private final TableChecks checks;
    private final TableDeployment deployment;
    private final ShippedTables shipped;
    private final AuditLog audit;
    private final AsSystem asSystem;
    private final ApplicationEventPublisher events;

    TableEditing(Tables tables, TableStore store, TableChecks checks, TableDeployment deployment, ShippedTables shipped,
            AuditLog audit, AsSystem asSystem, ApplicationEventPublisher events) {
        this.tables = tables;
        this.store = store;
        this.checks = checks;
        this.deployment = deployment;
        this.shipped = shipped;
        this.audit = audit;
        this.asSystem = asSystem;
        this.events = events;
    }

    /** The draft is not what the person saw any more, or the table is not; nothing was done. */
    static class Overtaken extends RuntimeException {
    }

    /** It cannot be put in force, or not be brought up to date; the page says why. */
    static class NotFit extends RuntimeException {
    }

    Optional<Draft> draft(String table, String who) {
        return store.draft(table, who);
    }

    /** Begins a draft from the version in force, unless there is one. */
    void begin(String table, String who) {
        if (store.draft(table, who).isEmpty()) {
            String base = tables.inForce(table);
            store.begin(table, who, base, tables.sheet(table, base).rules(), null);
        }
    }

    /**
     * Begins a draft that says what an earlier version or the software's table says.
     *
     * @param rules of that version
     * @param note  proposed for publishing it
     * @throws Overtaken when there is a draft with changes already: it would be lost
     */
    void begin(String table, String who, List<Rule> rules, String note) {
        Optional<Draft> there = store.draft(table, who);
        if (there.isPresent() && !isUnchanged(there.get())) {
            throw new Overtaken();
        }
        store.begin(table, who, tables.inForce(table), rules, note);
    }

    /** @return the table as the draft has it */
    Sheet sheet(Draft draft) {
        return tables.sheet(draft.table(), draft.base()).with(draft.rules());
    }

    /** @return the DMN file that publishing the draft would deploy */
    byte[] file(Draft draft) {
        return TableXml.write(tables.file(draft.base()), draft.table(), draft.rules());
    }

    boolean isUnchanged(Draft draft) {
        return draft.rules().equals(tables.sheet(draft.table(), draft.base()).rules());
    }

    boolean isStale(Draft draft) {
        return !draft.base().equals(tables.inForce(draft.table()));
    }

    /** @return whether the version in force has other columns: the draft's cells would stand under the wrong ones */
    boolean isOutgrown(Draft draft) {
        Sheet inForce = tables.sheet(draft.table(), tables.inForce(draft.table()));
        return !tables.sheet(draft.table(), draft.base()).shape().equals(inForce.shape());
    }

    List<Finding> findings(Draft draft) {
        return checks.of(sheet(draft), file(draft), tables.shipped(draft.table()).shape(), tables.use(draft.table()));
    }

    /**
     * @param seen the draft's revision that the person saw
     * @throws Overtaken when it is another one by now
     */
    void change(Draft draft, int seen, UnaryOperator<List<Rule>> change) {
        List<Rule> rules = change.apply(new ArrayList<>(draft.rules()));
        if (draft.revision() != seen || !store.change(draft, draft.base(), rules)) {
            throw new Overtaken();
        }
    }

    /**
     * @return the ids of rows that both the draft and the version in force have changed; the draft's stay
     * @throws Overtaken when the draft is another one by now
     * @throws NotFit    when the version in force has other columns
     */
    List<String> bringUpToDate(Draft draft, int seen) {
        if (isOutgrown(draft)) {
            throw new NotFit();
        }
        String inForce = tables.inForce(draft.table());
        Merge merge = Merge.of(tables.sheet(draft.table(), draft.base()).rules(), draft.rules(), tables.sheet(draft.table(), inForce).rules());
        if (draft.revision() != seen || !store.change(draft, inForce, merge.rules())) {
            throw new Overtaken();
        }
        return merge.clashes();
    }

    void discard(String table, String who) {
        store.discard(table, who);
    }

    /**
     * Puts a draft in force as a new version, on every node and for every decision from then on.
     *
     * @param seen the draft's revision that the person saw
     * @throws Overtaken when the draft or the table is another one by now
     * @throws NotFit    when it is refused by a check, or changes nothing
     */
    @Transactional
    public void publish(String table, String who, int seen, String note) {
        store.lock(table);
        Draft draft = store.draft(table, who).filter(each -> each.revision() == seen).orElseThrow(Overtaken::new);
        if (isStale(draft)) {
            throw new Overtaken();
        }
        if (isUnchanged(draft) || findings(draft).stream().anyMatch(Finding::refused)) {
            throw new NotFit();
        }
        boolean house = !sheet(draft).says(tables.shipped(table));
        String told = Comparison.of(tables.sheet(table, draft.base()), sheet(draft)).told();
        byte[] file = house ? file(draft) : shipped.of(table).content();
        String version = asSystem.call(() -> deployment.deploy(table, file, HOUSE));
        store.add(table, version, house, who, note);
        if (!house) {
            store.shipped(table, shipped.of(table).digest());
        }
        store.discard(table, who);
        audit.record(AuditEvent.POLICY_CHANGED, table, "version " + tables.versions(table).get(0).number() + ": " + told);
        events.publishEvent(new TableChanged(table));
    }

    /** The house's table stays; what the software brings is set aside until it brings another. */
    @Transactional
    public void setAside(String table) {
        store.shipped(table, shipped.of(table).digest());
        audit.record(AuditEvent.POLICY_CHANGED, table, "the software's newer table set aside");
    }

    static String newId() {
        return "Rule" + UUID.randomUUID().toString().replace("-", "");
    }
}
