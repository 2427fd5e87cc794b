package org.complaintdesk.people;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.complaintdesk.assignment.Skill;
import org.complaintdesk.assignment.Skills;
import org.complaintdesk.casework.HandOver;
import org.complaintdesk.identity.Account;
import org.complaintdesk.platform.Wording;
import org.complaintdesk.roster.Roster;
import org.springframework.stereotype.Component;

/** Many people in one table, with as few questions to the database as one of them would take. */
@Component
class PeopleList {

    private final HandOver handOver;
    private final Roster roster;
    private final Skills skills;
    private final SkillWords words;
    private final PeopleWords text;
    private final Wording wording;
    private final Clock clock;

    PeopleList(HandOver handOver, Roster roster, Skills skills, SkillWords words, PeopleWords text, Wording wording, Clock clock) {
        this.handOver = handOver;
        this.roster = roster;
        this.skills = skills;
        this.words = words;
        this.text = text;
        this.wording = wording;
        this.clock = clock;
    }

    /**
     * @param good what the person is good at; empty when nothing was entered
     * @param now  whether the person is on duty
     */
    record Row(Account person, String groups, String shops, String good, long tasks, Now now) {
    }

    /** Whether somebody is there. Labels: {@code Now.*} in the message bundles. */
    enum Now {
        ON_DUTY, OFF_DUTY, AWAY
    }

    List<Row> rows(List<Account> people) {
        List<String> ids = people.stream().map(Account::id).toList();
        Instant now = clock.instant();
        Set<String> onDuty = new HashSet<>(roster.onDuty(ids, now));
        Set<String> notAway = new HashSet<>(roster.notAway(ids, now));
        Map<String, Long> tasks = handOver.counts(ids);
        Map<String, Set<Skill>> good = skills.of(ids);
        return people.stream().map(person -> new Row(person, text.groups(person), text.shops(person),
                good.getOrDefault(person.id(), Set.of()).stream().map(words::label).collect(Collectors.joining(wording.text("people.and"))),
                tasks.getOrDefault(person.id(), 0L),
                onDuty.contains(person.id()) ? Now.ON_DUTY : notAway.contains(person.id()) ? Now.OFF_DUTY : Now.AWAY)).toList();
    }
}
