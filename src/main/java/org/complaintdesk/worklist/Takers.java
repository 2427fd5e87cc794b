package org.complaintdesk.worklist;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.complaintdesk.identity.Shops;
import org.complaintdesk.identity.Staff;
import org.complaintdesk.roster.Roster;
import org.springframework.stereotype.Component;

/** Who can be given a task: whoever is in one of its groups and sees its shop. */
@Component
class Takers {

    private final Staff staff;
    private final Shops shops;
    private final Roster roster;
    private final Clock clock;

    Takers(Staff staff, Shops shops, Roster roster, Clock clock) {
        this.staff = staff;
        this.shops = shops;
        this.roster = roster;
        this.clock = clock;
    }

    /**
     * A colleague to choose.
     *
     * @param away on holiday or otherwise absent right now
     */
    record Taker(String id, String name, boolean away) {
    }

    boolean mayTake(String person, OpenTask task) {
        return of(task).contains(person);
    }

    /** @return the ids of everyone who may do this task, in alphabetical order group by group */
    Set<String> of(OpenTask task) {
        Set<String> people = new LinkedHashSet<>();
        task.groups().stream().sorted().forEach(group -> people.addAll(shops.peopleFor(group, task.shop())));
        return people;
    }

    /** @return whoever may do all of these tasks, but for the one who asks; those who are away come last */
    List<Taker> ofAll(Collection<OpenTask> tasks, String except) {
        Map<OpenTask, Set<String>> known = new HashMap<>();
        Set<String> people = null;
        for (OpenTask task : tasks) {
            Set<String> able = known.computeIfAbsent(task.withoutPerson(), this::of);
            if (people == null) {
                people = new LinkedHashSet<>(able);
            } else {
                people.retainAll(able);
            }
        }
        Instant now = clock.instant();
        if (people == null) {
            return List.of();
        }
        List<String> others = people.stream().filter(person -> !person.equals(except)).toList();
        List<String> there = roster.notAway(others, now);
        return staff.displayNames(others).entrySet().stream()
                .map(person -> new Taker(person.getKey(), person.getValue(), !there.contains(person.getKey())))
                .sorted((one, other) -> Boolean.compare(one.away(), other.away())).toList();
    }
}
