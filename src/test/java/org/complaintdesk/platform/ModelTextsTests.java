package org.complaintdesk.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelTextsTests {

    private final List<String> found = new ArrayList<>();

    @Test
    void a_process_model_keeps_message_names_and_loses_the_indentation_of_its_documentation() throws IOException {
        String english = rewrite("handling.bpmn", """
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL">
                  <bpmn:message id="Told" name="客户答复"/>
                  <bpmn:process id="p" name="投诉处理">
                    <bpmn:documentation>
                      第一行
                      第二行
                    </bpmn:documentation>
                    <bpmn:userTask id="t" name="诊断问题"/>
                    <bpmn:textAnnotation id="a"><bpmn:text>说明</bpmn:text></bpmn:textAnnotation>
                  </bpmn:process>
                </bpmn:definitions>""");
        assertThat(found).containsExactly("投诉处理", "第一行\n第二行", "诊断问题", "说明");
        assertThat(english).contains("name=\"客户答复\"", "name=\"&lt;诊断问题&gt;\"", ">&lt;说明&gt;<");
    }

    @Test
    void a_decision_table_keeps_what_it_looks_for() throws IOException {
        String english = rewrite("remedy.dmn", """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" name="规则">
                  <decision id="remedy" name="处理方式">
                    <decisionTable>
                      <input label="投诉内容"><inputExpression><text>text</text></inputExpression></input>
                      <output label="凭证" name="evidence"/>
                      <rule>
                        <description>备注</description>
                        <inputEntry><text>matches(?, "假货|仿冒")</text></inputEntry>
                        <outputEntry><text>"说\\"明\\"" + " "</text></outputEntry>
                        <outputEntry><text>"QUALITY"</text></outputEntry>
                      </rule>
                    </decisionTable>
                  </decision>
                </definitions>""");
        assertThat(found).containsExactly("规则", "处理方式", "投诉内容", "凭证", "备注", "说\"明\"");
        assertThat(english).contains("matches(?, \"假货|仿冒\")", "\"&lt;说\\\"明\\\"&gt;\" + \" \"", "\"QUALITY\"");
    }

    @Test
    void a_form_keeps_keys_values_and_expressions() throws IOException {
        String english = rewrite("ask.form", """
                {"id": "ask", "components": [
                  {"type": "radio", "key": "键", "label": "下一步", "description": "说明",
                   "values": [{"label": "是", "value": "YES"}], "conditional": {"hide": "=x = \\"否\\""}},
                  {"type": "number", "appearance": {"suffixAdorner": "元"}},
                  {"type": "text", "text": "{{caseFacts}}"}]}""");
        assertThat(found).containsExactly("下一步", "说明", "是", "元");
        assertThat(english).contains("\"键\"", "=x = \\\"否\\\"", "\"<是>\"", "{{caseFacts}}");
    }

    @Test
    void a_model_that_is_not_well_formed_names_the_reason() {
        assertThatThrownBy(() -> rewrite("broken.bpmn", "<a>")).isInstanceOf(IOException.class)
                .hasMessageContaining("Not a well-formed model");
    }

    private String rewrite(String name, String model) throws IOException {
        return new String(ModelTexts.rewrite(name, model.getBytes(UTF_8), text -> {
            found.add(text);
            return "<" + text + ">";
        }), UTF_8);
    }
}
