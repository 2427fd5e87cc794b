package org.complaintdesk.people;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.complaintdesk.assignment.Skill;
import org.complaintdesk.assignment.SkillKind;
import org.complaintdesk.complaint.Channel;
import org.complaintdesk.platform.Wording;
import org.complaintdesk.policy.Category;
import org.springframework.stereotype.Component;

/** What can be chosen as a skill, in words. */
@Component
class SkillWords {

    /** Those in which the desk itself writes to customers. */
    private static final List<String> LANGUAGES = List.of("zh", "en");

    private final Wording wording;

    SkillWords(Wording wording) {
        this.wording = wording;
    }

    /** One kind of skill as a form offers it. */
    record Choice(String title, String hint, List<Box> boxes) {
    }

    /** @param checked whether the person has it */
    record Box(String key, String label, boolean checked) {
    }

    List<Choice> choices(Set<Skill> chosen) {
        return Stream.of(SkillKind.values()).map(kind -> new Choice(wording.of(kind), wording.text("SkillKind." + kind + ".hint"),
                values(kind).map(value -> box(new Skill(kind, value), chosen)).toList())).toList();
    }

    /** @return those of these keys that can be chosen; others are left out */
    Set<Skill> read(Collection<String> keys) {
        Set<Skill> read = new LinkedHashSet<>();
        for (SkillKind kind : SkillKind.values()) {
            values(kind).map(value -> new Skill(kind, value)).filter(skill -> keys.contains(skill.key())).forEach(read::add);
        }
        return read;
    }

    String label(Skill skill) {
        return switch (skill.kind()) {
            case CATEGORY -> wording.text("Category." + skill.value());
            case PLATFORM -> wording.text("Channel." + skill.value());
            case LANGUAGE -> Locale.forLanguageTag(skill.value()).getDisplayLanguage(wording.locale());
        };
    }

    private Box box(Skill skill, Set<Skill> chosen) {
        return new Box(skill.key(), label(skill), chosen.contains(skill));
    }

    private static Stream<String> values(SkillKind kind) {
        return switch (kind) {
            case CATEGORY -> Arrays.stream(Category.values()).map(Enum::name);
            case PLATFORM -> Arrays.stream(Channel.values()).map(Enum::name);
            case LANGUAGE -> LANGUAGES.stream();
        };
    }
}
