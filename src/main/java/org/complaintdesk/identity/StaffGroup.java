package org.complaintdesk.identity;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Stream;

/** The groups of the contract. Labels: {@code StaffGroup.*} in the message bundles. */
public enum StaffGroup {
    AGENTS("agents"), SUPERVISORS("supervisors"), MANAGERS("managers"), FINANCE("finance"), WAREHOUSE("warehouse"),
    ADMINISTRATORS("camunda-admin");

    private final String id;

    StaffGroup(String id) {
        this.id = id;
    }

    /** @return the ids of those who register complaints and end cases; everyone else reads */
    static String[] caseWorkers() {
        return new String[] {AGENTS.id, SUPERVISORS.id, ADMINISTRATORS.id};
    }

    /** @return the ids of those who decide over whole files of customers: merging, handing out, erasing */
    static String[] keepersOfFiles() {
        return new String[] {SUPERVISORS.id, ADMINISTRATORS.id};
    }

    /** @return the ids of those who do single steps of others' cases */
    public static Set<String> helpers() {
        return Set.of(FINANCE.id, WAREHOUSE.id);
    }

    /** @return the ids of those who supervise the others' work */
    static String[] overseers() {
        return new String[] {SUPERVISORS.id, MANAGERS.id, ADMINISTRATORS.id};
    }

    /** @return the ids of those who read the audit log */
    static String[] auditors() {
        return new String[] {MANAGERS.id, ADMINISTRATORS.id};
    }

    /** @return the ids of those who may hand out a case file with masked contacts */
    static String[] handingOut() {
        return Stream.of(caseWorkers(), overseers()).flatMap(Stream::of).distinct().toArray(String[]::new);
    }

    /** @return whether none of these groups supervises the others' work */
    static boolean noneOversees(Collection<String> groups) {
        return Stream.of(overseers()).noneMatch(groups::contains);
    }

    /** @return whether this is the id of one of them */
    public static boolean isOne(String id) {
        return Stream.of(values()).anyMatch(group -> group.id.equals(id));
    }

    /** @return the group's id in the engine, which is also its authority in Spring Security */
    public String id() {
        return id;
    }
}
