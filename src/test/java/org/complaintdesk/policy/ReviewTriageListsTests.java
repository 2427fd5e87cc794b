package org.complaintdesk.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.complaintdesk.support.DeskTest;
import org.complaintdesk.words.WordLists;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

@DeskTest
class ReviewTriageListsTests {

    private static final Pattern NAMED = Pattern.compile("list contains\\(\\?, \"([^\"]+)\"\\)");

    @Autowired
    private WordLists lists;

    @Test
    void the_table_asks_for_each_list_of_its_group_and_for_no_other() throws IOException {
        String table = new ClassPathResource("processes/policy/review-triage.dmn").getContentAsString(StandardCharsets.UTF_8);
        Set<String> named = NAMED.matcher(table).results().map((MatchResult found) -> found.group(1)).collect(Collectors.toSet());

        assertThat(named).containsExactlyInAnyOrderElementsOf(lists.named("review-triage"));
    }
}
