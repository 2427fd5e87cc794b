package org.complaintdesk.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How often the engine is asked what a decision table says. */
@DeskTest
class DecisionTablesTests {

    private static final String TABLE = "what-is-said";
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @Autowired DecisionService decisions;
    @Autowired RepositoryService repository;
    @Autowired JdbcClient jdbc;
    @Autowired AsSystem asSystem;

    private final List<String> deployments = new ArrayList<>();
    private final Clock clock = mock(Clock.class);
    private DecisionService engine;
    private DecisionTables tables;

    @BeforeEach
    void nothing_is_remembered() {
        engine = mock(DecisionService.class, delegatesTo(decisions));
        tables = new DecisionTables(engine, repository, jdbc, asSystem, clock);
        when(clock.instant()).thenReturn(NOON);
    }

    @AfterEach
    void remove() {
        deployments.forEach(deployment -> repository.deleteDeployment(deployment, true));
    }

    @Test
    void same_question_is_asked_once_however_late_it_is() {
        deploy("\"yes\"");

        assertThat(said("a")).isEqualTo("yes");
        later(Duration.ofDays(3));
        assertThat(said("a")).isEqualTo("yes");

        asked(1);
    }

    @Test
    void another_question_is_asked() {
        deploy("word");

        assertThat(said("a")).isEqualTo("a");
        assertThat(said("b")).isEqualTo("b");
    }

    @Test
    void table_that_looks_at_the_clock_is_asked_again_each_minute() {
        deploy("string(today())");

        said("a");
        later(Duration.ofSeconds(59));
        said("a");
        asked(1);

        later(Duration.ofSeconds(60));
        said("a");
        asked(2);
    }

    @Test
    void new_version_of_a_table_is_asked_at_once() {
        deploy("\"yes\"");
        assertThat(said("a")).isEqualTo("yes");

        deploy("\"no\"");

        assertThat(said("a")).isEqualTo("no");
    }

    private void deploy(String output) {
        deployments.add(repository.createDeployment().addString("said.dmn", """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn"
                             id="said" name="said" namespace="test">
                  <decision id="%s" name="said" camunda:historyTimeToLive="1">
                    <decisionTable id="table">
                      <input id="input"><inputExpression id="asked" typeRef="string"><text>word</text></inputExpression></input>
                      <output id="output" name="said" typeRef="string"/>
                      <rule id="rule">
                        <inputEntry id="any"><text></text></inputEntry>
                        <outputEntry id="says"><text>%s</text></outputEntry>
                      </rule>
                    </decisionTable>
                  </decision>
                </definitions>
                """.formatted(TABLE, output)).deploy().getId());
    }

    private Object said(String word) {
        return tables.evaluate(TABLE, Map.of("word", word)).get(0).get("said");
    }

    private void later(Duration later) {
        when(clock.instant()).thenReturn(NOON.plus(later));
    }

    private void asked(int times) {
        verify(engine, times(times)).evaluateDecisionTableById(anyString(), any());
    }
}
