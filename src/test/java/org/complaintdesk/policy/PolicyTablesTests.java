package org.complaintdesk.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

class PolicyTablesTests {

    @ParameterizedTest
    @ValueSource(strings = {"complaint-category", "complaint-severity", "remedy", "authority", "execution", "deadline",
            "service-level", "review-triage", "public-reply", "reply-compliance", "customer-silence"})
    void a_supervisor_can_read_every_rule_and_where_it_comes_from(String table) throws IOException {
        DmnModelInstance model = read(table);

        assertThat(model.getModelElementsByType(Rule.class)).isNotEmpty()
                .allSatisfy(rule -> assertThat(rule.getDescription().getTextContent()).as(rule.getId()).isNotBlank());
    }

    @ParameterizedTest
    @ValueSource(strings = {"complaint-category", "complaint-severity", "remedy", "authority", "execution", "deadline",
            "service-level", "review-triage", "public-reply", "reply-compliance", "customer-silence"})
    void outputs_are_plain_values_so_that_their_texts_can_be_translated(String table) throws IOException {
        assertThat(read(table).getModelElementsByType(OutputEntry.class))
                .allSatisfy(output -> assertThat(output.getText().getTextContent()).matches("\"[^\"]+\"|[0-9.]+"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"complaint-category", "complaint-severity", "remedy", "authority", "execution", "deadline",
            "service-level", "review-triage", "public-reply", "reply-compliance", "customer-silence"})
    void every_table_is_drawn_and_its_history_ends_some_day(String table) throws IOException {
        DmnModelInstance model = read(table);
        Collection<Decision> decisions = model.getModelElementsByType(Decision.class);

        assertThat(decisions).extracting(Decision::getId).contains(table).containsExactlyInAnyOrderElementsOf(drawn(model));
        assertThat(decisions).allSatisfy(decision -> assertThat(decision.getCamundaHistoryTimeToLiveString()).isNotBlank());
    }

    private static List<String> drawn(DmnModelInstance model) {
        List<String> drawn = new ArrayList<>();
        collectShapes(model.getDocument().getRootElement(), drawn);
        return drawn;
    }

    private static void collectShapes(DomElement element, List<String> drawn) {
        if (element.getLocalName().equals("DMNShape")) {
            drawn.add(element.getAttribute("dmnElementRef"));
        }
        element.getChildElements().forEach(child -> collectShapes(child, drawn));
    }

    private static DmnModelInstance read(String table) throws IOException {
        try (InputStream content = new ClassPathResource("processes/policy/" + table + ".dmn").getInputStream()) {
            return Dmn.readModelFromStream(content);
        }
    }
}
