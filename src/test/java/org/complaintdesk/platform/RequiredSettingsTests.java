package org.complaintdesk.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.mock.env.MockEnvironment;

class RequiredSettingsTests {

    private final ApplicationContextRunner application = new ApplicationContextRunner().withUserConfiguration(RequiredSettings.class);

    @Test
    void nothing_is_said_when_all_are_given() {
        application.withPropertyValues("spring.datasource.url=jdbc:x", "spring.mail.host=mail", "complaintdesk.public-url=https://x")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void every_missing_or_blank_setting_is_named() {
        application.withPropertyValues("spring.datasource.url=jdbc:x", "spring.mail.host= ").run(context ->
                assertThat(context).getFailure().rootCause()
                        .isInstanceOfSatisfying(MissingSettings.class, missing -> assertThat(missing.names())
                                .containsExactly("spring.mail.host", "complaintdesk.public-url")));
    }

    @Test
    void one_sentence_per_setting_names_the_environment_variable() {
        MissingSettings all = new MissingSettings(RequiredSettings.NAMES);

        assertThat(sentences("en", all)).hasSize(3).allMatch(sentence -> sentence.startsWith("Set the environment variable "))
                .anyMatch(sentence -> sentence.contains("SPRING_DATASOURCE_URL"));
        assertThat(sentences("zh", all)).hasSize(3).allMatch(sentence -> sentence.startsWith("请设置环境变量 "))
                .anyMatch(sentence -> sentence.contains("COMPLAINTDESK_PUBLIC_URL"));
    }

    private static String[] sentences(String language, MissingSettings missing) {
        return new MissingSettingsAnalyzer(new MockEnvironment().withProperty("complaintdesk.language", language))
                .analyze(missing, missing).getDescription().split(System.lineSeparator());
    }
}
