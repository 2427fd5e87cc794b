package org.complaintdesk.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.env.Environment;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.ArgumentResolver;
import org.springframework.mock.env.MockEnvironment;

class CannotStartTests {

    @Test
    void who_installs_reads_one_sentence_however_deep_it_was_noticed() {
        Throwable failure = new IllegalStateException("Error creating bean", new RuntimeException("Constructor threw",
                new CannotStart("There is no calendar MOON", new IllegalArgumentException("moon"))));
        List<FailureAnalyzer> ours = SpringFactoriesLoader.forDefaultResourceLocation(getClass().getClassLoader())
                .load(FailureAnalyzer.class, ArgumentResolver.of(Environment.class, new MockEnvironment()),
                        (type, name, problem) -> { }).stream()
                .filter(analyzer -> analyzer.getClass().getPackageName().equals(getClass().getPackageName())).toList();

        assertThat(ours.stream().map(analyzer -> analyzer.analyze(failure)).filter(Objects::nonNull))
                .singleElement().satisfies(said -> assertThat(said.getDescription()).isEqualTo("There is no calendar MOON"));
    }
}
