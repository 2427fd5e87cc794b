package org.complaintdesk.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FitTests {

    private final Map<String, Set<Skill>> skills = new HashMap<>();

    @Test
    void who_is_good_at_it_goes_before_who_can_do_all_and_that_before_who_is_good_at_something_else() {
        isGoodAt("ann", "CATEGORY:QUALITY");
        isGoodAt("bob", "CATEGORY:INVOICE");

        assertThat(bestOf("QUALITY", null, null, "ann", "bob", "cho")).containsExactly("ann");
        assertThat(bestOf("QUALITY", null, null, "bob", "cho")).containsExactly("cho");
        assertThat(bestOf("QUALITY", null, null, "bob")).as("better than nobody").containsExactly("bob");
    }

    @Test
    void several_who_suit_it_alike_share_it() {
        isGoodAt("ann", "PLATFORM:TMALL", "PLATFORM:JD");
        isGoodAt("bob", "PLATFORM:TMALL");

        assertThat(bestOf(null, "TMALL", null, "ann", "bob", "cho")).containsExactly("ann", "bob");
        assertThat(bestOf(null, "JD", null, "ann", "bob", "cho")).containsExactly("ann");
        assertThat(bestOf(null, "DOUYIN", null, "ann", "bob", "cho")).containsExactly("cho");
    }

    @Test
    void the_language_counts_as_much_as_the_rest_and_not_being_able_counts_first() {
        isGoodAt("ann", "CATEGORY:QUALITY", "PLATFORM:TMALL", "LANGUAGE:zh");
        isGoodAt("bob", "LANGUAGE:en");

        assertThat(bestOf("QUALITY", "TMALL", "en", "ann", "bob")).as("two of three, but not the language").containsExactly("bob");
        assertThat(bestOf("QUALITY", "TMALL", "zh", "ann", "bob")).containsExactly("ann");
    }

    @Test
    void what_is_not_known_of_a_case_excludes_nobody() {
        isGoodAt("ann", "CATEGORY:QUALITY");

        assertThat(bestOf(null, null, null, "ann", "bob")).containsExactly("ann", "bob");
        assertThat(bestOf(null, "TMALL", "zh", "ann", "bob")).containsExactly("ann", "bob");
    }

    @Test
    void nobody_is_nobody() {
        assertThat(bestOf("QUALITY", "TMALL", "zh")).isEmpty();
    }

    private List<String> bestOf(String category, String platform, String language, String... people) {
        return new Fit(skills, NewWork.of("店", category, platform, language).asks()).best(List.of(people));
    }

    private void isGoodAt(String person, String... keys) {
        skills.put(person, Stream.of(keys).map(key -> key.split(":")).map(key -> new Skill(SkillKind.valueOf(key[0]), key[1]))
                .collect(Collectors.toCollection(LinkedHashSet::new)));
    }
}
