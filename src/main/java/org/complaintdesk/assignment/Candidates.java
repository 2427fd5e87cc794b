package org.complaintdesk.assignment;

import java.time.Clock;
import java.util.List;
import org.complaintdesk.identity.Shops;
import org.complaintdesk.roster.Roster;
import org.springframework.stereotype.Component;

/** Who can be given a task: the people of its group who see its shop and are on duty, those who suit it best. */
@Component
class Candidates {

    private final Shops shops;
    private final Roster roster;
    private final Skills skills;
    private final Clock clock;

    Candidates(Shops shops, Roster roster, Skills skills, Clock clock) {
        this.shops = shops;
        this.roster = roster;
        this.skills = skills;
        this.clock = clock;
    }

    /** @param not somebody who is not to get it; null when everybody may */
    List<String> of(String group, NewWork work, String not) {
        List<String> members = shops.peopleFor(group, work.shop()).stream().filter(person -> !person.equals(not)).toList();
        List<String> there = members.isEmpty() ? members : roster.onDuty(members, clock.instant());
        return there.size() < 2 || work.asks().isEmpty() ? there : new Fit(skills.of(there), work.asks()).best(there);
    }
}
