package org.complaintdesk.assignment;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Who suits a case. Of each kind of skill somebody either has what the case asks for, or can do all because nothing was
 * entered, or is good at something else. Few of the last count before many of the first.
 */
final class Fit {

    private final Map<String, Set<Skill>> skills;
    private final List<Skill> asked;

    Fit(Map<String, Set<Skill>> skills, List<Skill> asked) {
        this.skills = skills;
        this.asked = asked;
    }

    /** @return those of these people whom nobody else suits better, in the same order; nobody only when there was nobody */
    List<String> best(List<String> people) {
        return least(least(people, this::goodAtSomethingElse), person -> -has(person));
    }

    private int has(String person) {
        return (int) asked.stream().filter(of(person)::contains).count();
    }

    private int goodAtSomethingElse(String person) {
        return (int) asked.stream().filter(skill -> !of(person).contains(skill))
                .filter(skill -> of(person).stream().anyMatch(own -> own.kind() == skill.kind())).count();
    }

    private Set<Skill> of(String person) {
        return skills.getOrDefault(person, Set.of());
    }

    private static List<String> least(List<String> people, Function<String, Integer> measure) {
        return people.stream().map(measure).min(Comparator.naturalOrder())
                .map(least -> people.stream().filter(person -> measure.apply(person).equals(least)).toList()).orElse(people);
    }
}
