package org.complaintdesk.assignment;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people are good at. Who has nothing entered of a kind can do all of it. */
@Component
public class Skills {

    private final JdbcClient jdbc;

    Skills(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(String person, Skill skill) {
    }

    /** @return by user id; only those for whom anything was entered */
    public Map<String, Set<Skill>> of(Collection<String> people) {
        return jdbc.sql("select person, kind, value from person_skill where person = any(?) order by person, kind, value")
                .param(people.toArray(String[]::new))
                .query((row, index) -> new Row(row.getString(1), new Skill(SkillKind.valueOf(row.getString(2)), row.getString(3))))
                .list().stream()
                .collect(Collectors.groupingBy(Row::person, Collectors.mapping(Row::skill, Collectors.toCollection(LinkedHashSet::new))));
    }

    public Set<Skill> of(String person) {
        return of(List.of(person)).getOrDefault(person, Set.of());
    }

    /** @return whether anything changed */
    @Transactional
    public boolean change(String person, Set<Skill> skills) {
        if (of(person).equals(skills)) {
            return false;
        }
        jdbc.sql("delete from person_skill where person = ?").param(person).update();
        skills.forEach(skill -> jdbc.sql("insert into person_skill (person, kind, value) values (?, ?, ?)")
                .params(person, skill.kind().name(), skill.value()).update());
        return true;
    }
}
