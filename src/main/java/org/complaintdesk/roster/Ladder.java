package org.complaintdesk.roster;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.complaintdesk.identity.StaffGroup;

/** Who is above whom: supervisors above everyone who works on cases, managers above them. */
final class Ladder {

    private static final List<StaffGroup> WORKERS = List.of(StaffGroup.AGENTS, StaffGroup.FINANCE, StaffGroup.WAREHOUSE);

    private Ladder() {
    }

    /** @return the id of the group in which somebody works; the supervisors for somebody who is in none */
    static String groupOf(Collection<String> groups) {
        return Stream.concat(WORKERS.stream(), Stream.of(StaffGroup.SUPERVISORS, StaffGroup.MANAGERS))
                .map(StaffGroup::id).filter(groups::contains).findFirst().orElse(StaffGroup.SUPERVISORS.id());
    }

    /** @return the id of the group above; none above managers and administrators */
    static Optional<String> above(String group) {
        if (group.equals(StaffGroup.MANAGERS.id()) || group.equals(StaffGroup.ADMINISTRATORS.id())) {
            return Optional.empty();
        }
        return Optional.of(group.equals(StaffGroup.SUPERVISORS.id()) ? StaffGroup.MANAGERS.id() : StaffGroup.SUPERVISORS.id());
    }
}
