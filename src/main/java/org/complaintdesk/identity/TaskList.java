package org.complaintdesk.identity;

import static org.complaintdesk.identity.StaffGroup.ADMINISTRATORS;
import static org.complaintdesk.identity.StaffGroup.AGENTS;
import static org.complaintdesk.identity.StaffGroup.FINANCE;
import static org.complaintdesk.identity.StaffGroup.MANAGERS;
import static org.complaintdesk.identity.StaffGroup.SUPERVISORS;
import static org.complaintdesk.identity.StaffGroup.WAREHOUSE;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * The lists that Tasklist shows at its left, from top to bottom. Name and description: {@code filter.<key>} in the message
 * bundles.
 */
public enum TaskList {

    /** What this person has taken. */
    MINE("mine", 10, "#2f6f9f", AGENTS, SUPERVISORS, MANAGERS, FINANCE, WAREHOUSE),
    /** What waits for somebody of this person's groups. */
    GROUP("group", 20, "#3c8d5a", AGENTS, SUPERVISORS, MANAGERS, FINANCE, WAREHOUSE),
    /** Messages to pass on to customers by chat or telephone. */
    TELL("tell", 25, "#8e6bbf", AGENTS),
    /** Mail that only a person can sort. */
    MAIL("mail", 27, "#16a085", AGENTS, SUPERVISORS),
    /** Past its time: this person's, or nobody's and of this person's groups. */
    OVERDUE("overdue", 30, "#c0392b", AGENTS, FINANCE, WAREHOUSE),
    /** What was escalated, whoever sees to it. */
    ESCALATED("escalated", 40, "#d35400", SUPERVISORS, MANAGERS),
    /** Past its time, whoever has it. */
    LATE("late", 42, "#c0392b", SUPERVISORS, MANAGERS),
    /** Due within {@link #SOON}, whoever has it. */
    DUE_SOON("dueSoon", 44, "#b9770e", SUPERVISORS, MANAGERS),
    /** What nobody has taken yet, of all groups. */
    UNASSIGNED("unassigned", 46, "#5b6b7a", SUPERVISORS, MANAGERS),
    /** Everything. */
    ALL("all", 50, "#7f8c8d", SUPERVISORS, MANAGERS);

    /** How far ahead {@link #DUE_SOON} looks. */
    public static final Duration SOON = Duration.ofHours(4);

    /** The processes whose tasks advance a case; messages to pass on and mail have lists of their own. */
    public static final List<String> CASES = List.of("complaint-handling", "complaint-mediation", "complaint-correspondence",
            "complaint-matter", "review-handling");
    /** The tasks of {@link #ESCALATED}. */
    public static final List<String> ESCALATIONS = List.of("SuperviseOverdueCase", "SuperviseOverdueReview");

    private final String key;
    private final int position;
    private final String color;
    private final Set<StaffGroup> readers;

    TaskList(String key, int position, String color, StaffGroup... readers) {
        this.key = key;
        this.position = position;
        this.color = color;
        this.readers = Set.of(readers);
    }

    /** @return the lists that people of these groups have, from top to bottom; administrators have all */
    public static List<TaskList> of(Collection<String> groups) {
        return Arrays.stream(values()).filter(list -> groups.contains(ADMINISTRATORS.id())
                || list.readers.stream().anyMatch(reader -> groups.contains(reader.id()))).toList();
    }

    /**
     * Where the day begins: who oversees looks at what went wrong first, agents at what they have taken, finance and the
     * warehouse at what waits for them.
     *
     * @return the lists in the order in which people of these groups look for work
     */
    public static List<TaskList> forOpening(Collection<String> groups) {
        if (!StaffGroup.noneOversees(groups)) {
            return List.of(ESCALATED, LATE, DUE_SOON, ALL);
        }
        return groups.contains(AGENTS.id()) ? List.of(MINE, GROUP, TELL, MAIL) : List.of(GROUP, MINE);
    }

    /** @return what names the list in the message bundles, in the filter's property {@value TaskFilters#KEY} and over REST */
    public String key() {
        return key;
    }

    int position() {
        return position;
    }

    String color() {
        return color;
    }

    Set<StaffGroup> readers() {
        return readers;
    }
}
