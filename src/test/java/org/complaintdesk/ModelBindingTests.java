package org.complaintdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.complaintdesk.support.ProcessModel.bean;
import static org.complaintdesk.support.ProcessModel.camunda;
import static org.complaintdesk.support.ProcessModel.files;
import static org.complaintdesk.support.ProcessModel.form;
import static org.complaintdesk.support.ProcessModel.nameOf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Association;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.Definitions;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.TextAnnotation;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.complaintdesk.support.ProcessModel;
import org.junit.jupiter.api.Test;

/** What the folders and names promise holds: each box of a model has its code, its form and its place in the picture. */
class ModelBindingTests {

    private static final List<ProcessModel> MODELS = ProcessModel.all();

    private final List<String> wrong = new ArrayList<>();

    @Test
    void folder_and_file_name_the_process_and_its_room() {
        for (ProcessModel model : MODELS) {
            assertThat(model.each(Process.class)).as("%s", model.file()).singleElement()
                    .extracting(BaseElement::getId).isEqualTo(model.processId());
            Path room = Path.of("src/main/java", model.room().split("\\."));
            check(Files.isDirectory(room), model, "has no room %s", room);
        }
        assertNothingWrong();
    }

    @Test
    void every_element_id_speaks() {
        for (ProcessModel model : MODELS) {
            for (BaseElement element : model.each(BaseElement.class)) {
                boolean silent = element.getId() == null || element instanceof Process || isDrawing(element);
                check(silent || element.getId().matches("[A-Z][a-z][A-Za-z0-9]*"), model,
                        "%s is no speaking id such as DiagnoseProblem", element.getId());
            }
        }
        assertNothingWrong();
    }

    @Test
    void every_flow_that_leaves_a_decision_is_named_and_reads_one_word() {
        for (ProcessModel model : MODELS) {
            for (ExclusiveGateway gateway : model.each(ExclusiveGateway.class)) {
                if (gateway.getOutgoing().size() > 1) {
                    check(isFilled(gateway.getName()), model, "%s asks no question", gateway.getId());
                    gateway.getOutgoing().forEach(flow ->
                            check(isFilled(flow.getName()), model, "the flow %s has no name", flow.getId()));
                }
            }
            for (ConditionExpression condition : model.each(ConditionExpression.class)) {
                String text = condition.getTextContent().strip();
                check(text.matches("\\$\\{\\w+ == '\\w+'}"), model, "the condition %s decides", text);
            }
        }
        assertNothingWrong();
    }

    @Test
    void every_process_says_how_long_its_history_is_kept() {
        for (ProcessModel model : MODELS) {
            for (Process process : model.each(Process.class)) {
                check(isFilled(camunda(process, "historyTimeToLive")), model, "has no history time to live");
            }
        }
        assertNothingWrong();
    }

    @Test
    void everything_is_drawn() {
        for (ProcessModel model : MODELS) {
            Set<String> shapes = model.each(BpmnShape.class).stream().filter(shape -> shape.getBounds() != null)
                    .map(shape -> shape.getBpmnElement().getId()).collect(Collectors.toSet());
            Set<String> edges = model.each(BpmnEdge.class).stream().filter(edge -> edge.getWaypoints().size() > 1)
                    .map(edge -> edge.getBpmnElement().getId()).collect(Collectors.toSet());
            Stream.of(FlowNode.class, TextAnnotation.class).flatMap(type -> model.each(type).stream()).forEach(element ->
                    check(shapes.contains(element.getId()), model, "%s has no shape", element.getId()));
            Stream.of(SequenceFlow.class, Association.class).flatMap(type -> model.each(type).stream()).forEach(element ->
                    check(edges.contains(element.getId()), model, "%s has no edge", element.getId()));
        }
        assertNothingWrong();
    }

    @Test
    void every_task_of_a_person_has_its_form_its_listener_a_due_date_and_a_group() {
        for (ProcessModel model : MODELS) {
            for (UserTask task : model.each(UserTask.class)) {
                checkForm(model, task, form(task.getId()));
                checkClass(model, task.getId());
                check(isFilled(camunda(task, "dueDate")), model, "%s has no due date", task.getId());
                check(isFilled(camunda(task, "candidateGroups")), model, "%s has no group", task.getId());
                Set<String> listened = new HashSet<>();
                for (CamundaTaskListener listener : listeners(task)) {
                    if (expression(bean(task.getId())).equals(listener.getCamundaDelegateExpression())) {
                        listened.add(listener.getCamundaEvent());
                    }
                }
                check(listened.containsAll(Set.of("create", "complete")), model,
                        "%s does not call %s on create and complete", task.getId(), expression(bean(task.getId())));
            }
            for (StartEvent start : model.each(StartEvent.class)) {
                if (camunda(start, "formRef") != null) {
                    checkForm(model, start, camunda(start, "formRef"));
                }
            }
        }
        assertNothingWrong();
    }

    @Test
    void every_task_of_the_system_is_one_class_of_its_room_or_a_decision_table() {
        Set<String> tables = names("processes/policy", ".dmn");
        for (ProcessModel model : MODELS) {
            for (Task task : systemTasks(model)) {
                String table = camunda(task, "decisionRef");
                if (table != null) {
                    check(tables.contains(table), model, "%s uses the unknown table %s", task.getId(), table);
                } else {
                    checkClass(model, task.getId());
                    check(expression(bean(task.getId())).equals(camunda(task, "delegateExpression")), model,
                            "%s does not call %s", task.getId(), expression(bean(task.getId())));
                }
            }
        }
        assertNothingWrong();
    }

    @Test
    void every_called_process_exists() {
        Set<String> processes = MODELS.stream().map(ProcessModel::processId).collect(Collectors.toSet());
        for (ProcessModel model : MODELS) {
            for (CallActivity call : model.each(CallActivity.class)) {
                check(processes.contains(call.getCalledElement()), model, "%s calls the unknown process %s",
                        call.getId(), call.getCalledElement());
            }
        }
        assertNothingWrong();
    }

    @Test
    void times_come_from_the_deadline_table_not_from_the_diagram() {
        for (ProcessModel model : MODELS) {
            for (TimerEventDefinition timer : model.each(TimerEventDefinition.class)) {
                check(timer.getTextContent().strip().startsWith("${"), model, "%s waits for the fixed time %s",
                        timer.getParentElement().getAttributeValue("id"), timer.getTextContent().strip());
            }
        }
        assertNothingWrong();
    }

    @Test
    void every_form_carries_the_name_of_its_file_and_is_used() throws IOException {
        Set<String> used = new HashSet<>();
        Set<String> modules = new HashSet<>();
        for (ProcessModel model : MODELS) {
            modules.add(model.module());
            Stream.of(UserTask.class, StartEvent.class).flatMap(type -> model.each(type).stream())
                    .forEach(element -> used.add(model.module() + "/" + camunda(element, "formRef")));
        }
        for (Path file : files("forms", ".form")) {
            JsonNode form = new ObjectMapper().readTree(file.toFile());
            String module = file.getParent().getFileName().toString();
            assertThat(form.path("id").asText()).as("id of %s", file).isEqualTo(nameOf(file));
            if (modules.contains(module) && !used.contains(module + "/" + nameOf(file))) {
                wrong.add(file + " is shown by no task");
            }
        }
        assertNothingWrong();
    }

    @Test
    void every_decision_table_carries_the_name_of_its_file() throws IOException {
        for (Path file : files("processes", ".dmn")) {
            assertThat(Files.readString(file)).as("%s", file)
                    .containsPattern("<(\\w+:)?decision [^>]*id=\"" + nameOf(file) + "\"");
        }
    }

    @Test
    void choices_in_forms_are_the_words_of_our_vocabulary() throws IOException {
        Map<String, Class<? extends Enum<?>>> vocabulary = Map.of(
                "category", org.complaintdesk.policy.Category.class,
                "severity", org.complaintdesk.policy.Severity.class,
                "responsibleParty", org.complaintdesk.policy.ResponsibleParty.class,
                "channel", org.complaintdesk.complaint.Channel.class);
        for (Path file : files("forms", ".form")) {
            for (JsonNode field : new ObjectMapper().readTree(file.toFile()).path("components")) {
                Class<? extends Enum<?>> words = vocabulary.get(field.path("key").asText());
                if (words != null) {
                    assertThat(field.path("values").findValuesAsText("value")).as("%s of %s", field.path("key"), file)
                            .containsExactlyElementsOf(Stream.of(words.getEnumConstants()).map(Enum::name).toList());
                }
            }
        }
    }

    private void checkForm(ProcessModel model, ModelElementInstance element, String form) {
        String id = element.getAttributeValue("id");
        check(form.equals(camunda(element, "formRef")), model, "%s does not show the form %s", id, form);
        check("deployment".equals(camunda(element, "formRefBinding")), model, "the form of %s is not bound to the deployment", id);
        Path file = Path.of("forms", model.module(), form + ".form");
        check(Files.exists(file), model, "%s has no form %s", id, file);
    }

    private void checkClass(ProcessModel model, String id) {
        Path file = Path.of("src/main/java", (model.room() + "." + id).split("\\."));
        check(Files.exists(file.resolveSibling(id + ".java")), model, "%s has no class %s.%s", id, model.room(), id);
    }

    private void check(boolean holds, ProcessModel model, String message, Object... values) {
        if (!holds) {
            wrong.add(model.file() + ": " + message.formatted(values));
        }
    }

    private void assertNothingWrong() {
        assertThat(new TreeSet<>(wrong)).isEmpty();
    }

    private static List<Task> systemTasks(ProcessModel model) {
        return Stream.of(ServiceTask.class, SendTask.class, BusinessRuleTask.class)
                .flatMap(type -> model.each(type).stream()).map(Task.class::cast).toList();
    }

    private static Collection<CamundaTaskListener> listeners(UserTask task) {
        return task.getExtensionElements() == null ? List.of()
                : task.getExtensionElements().getElementsQuery().filterByType(CamundaTaskListener.class).list();
    }

    private static Set<String> names(String folder, String ending) {
        return files(folder, ending).stream().map(ProcessModel::nameOf).collect(Collectors.toSet());
    }

    private static boolean isDrawing(ModelElementInstance element) {
        return element instanceof Definitions
                || element.getElementType().getTypeNamespace().startsWith("http://www.omg.org/spec/BPMN/20100524/DI");
    }

    private static boolean isFilled(String text) {
        return text != null && !text.isBlank();
    }

    private static String expression(String bean) {
        return "${" + bean + "}";
    }
}
