package org.complaintdesk.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayOutputStream;
import java.io.ObjectOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.StartProcessVariableScope;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.MockMvc;

/** What an agent, or an administrator's stolen password, tries on the engine's REST. */
@DeskTest
class EngineAttackTests {

    /** What an expression reached that it must not reach. */
    public static final AtomicInteger REACHED = new AtomicInteger();
    private static final String EXPRESSION = "${1+1}";
    private static final String SCRIPT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="x">
              <process id="attack" isExecutable="true" camunda:historyTimeToLive="1">
                <startEvent id="Start"><outgoing>a</outgoing></startEvent>
                <sequenceFlow id="a" sourceRef="Start" targetRef="Run"/>
                %s
              </process>
            </definitions>""";

    @Autowired
    CaseDriver desk;
    @Autowired
    IdentityService identity;
    @Autowired
    RepositoryService repository;
    @Autowired
    RuntimeService runtime;
    @Autowired
    TaskService tasks;
    @Autowired
    FilterService filters;
    @Autowired
    ProcessEngine engines;
    @Autowired
    MockMvc mvc;
    @LocalServerPort
    int port;

    private final HttpClient http = HttpClient.newHttpClient();
    private String agent;
    private String admin;

    @BeforeEach
    void people() {
        People people = new People(identity);
        agent = people.id("agent");
        admin = people.id("admin");
    }

    @AfterEach
    void nothingWasDeployed() {
        assertThat(repository.createProcessDefinitionQuery().processDefinitionKey("attack").count()).isZero();
    }

    @Test
    void agent_deploys_nothing() throws Exception {
        assertThat(deploys(agent, "attack.bpmn", SCRIPT.formatted("<userTask id=\"Run\"/>")).statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "<scriptTask id=\"Run\" scriptFormat=\"javascript\"><script>1</script></scriptTask>",
            "<scriptTask id=\"Run\" scriptFormat=\"groovy\"><script>1</script></scriptTask>",
            "<scriptTask id=\"Run\" scriptFormat=\"juel\"><script>${1}</script></scriptTask>",
            "<scriptTask id=\"Run\" scriptFormat=\"javascript\" camunda:resource=\"classpath://x.js\"/>",
            "<userTask id=\"Run\"><extensionElements><camunda:taskListener event=\"create\"><camunda:script scriptFormat=\"javascript\">1"
                    + "</camunda:script></camunda:taskListener></extensionElements></userTask>",
            "<userTask id=\"Run\"><extensionElements><camunda:executionListener event=\"start\"><camunda:script scriptFormat=\"juel\">${1}"
                    + "</camunda:script></camunda:executionListener></extensionElements></userTask>",
            "<userTask id=\"Run\"><extensionElements><camunda:inputOutput><camunda:inputParameter name=\"x\"><camunda:script "
                    + "scriptFormat=\"javascript\">1</camunda:script></camunda:inputParameter></camunda:inputOutput></extensionElements></userTask>"})
    void not_even_an_administrators_model_has_a_script(String step) throws Exception {
        HttpResponse<String> answer = deploys(admin, "attack.bpmn", SCRIPT.formatted(step));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("runs no scripts");
    }

    @Test
    void a_model_that_names_an_entity_outside_is_not_taken_in() throws Exception {
        String model = SCRIPT.formatted("<userTask id=\"Run\" name=\"&file;\"/>")
                .replace("<definitions ", "<!DOCTYPE x [<!ENTITY file SYSTEM \"file:///etc/passwd\">]><definitions ");

        assertThat(deploys(admin, "attack.bpmn", model).statusCode()).isGreaterThanOrEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"assigneeExpression", "candidateUserExpression", "candidateGroupsExpression", "ownerExpression",
            "createdAfterExpression", "dueBeforeExpression", "followUpBeforeExpression", "processInstanceBusinessKeyExpression",
            "assigneeLikeExpression", "candidateGroupExpression", "involvedUserExpression"})
    void nobody_asks_with_an_expression(String property) throws Exception {
        String query = "{\"" + property + "\":\"" + EXPRESSION + "\"}";
        String either = "{\"orQueries\":[" + query + "]}";
        String filter = filters.createTaskFilterQuery().list().get(0).getId();

        for (String body : new String[] {query, either}) {
            for (String path : new String[] {"/task", "/task/count", "/filter/" + filter + "/list", "/filter/" + filter + "/count",
                    "/filter/" + filter + "/singleResult"}) {
                assertThat(asks(agent, "POST", path, body).statusCode()).as(path + body).isGreaterThanOrEqualTo(400);
            }
        }
        assertThat(asks(agent, "GET", "/task?" + property + "=" + "%24%7B1%2B1%7D", "").statusCode()).isGreaterThanOrEqualTo(400);
    }

    @Test
    void an_expression_that_is_asked_is_never_evaluated() throws Exception {
        String call = "${''.getClass().forName('" + EngineAttackTests.class.getName() + "').getField('REACHED').get(null).incrementAndGet()}";
        String filter = filters.createTaskFilterQuery().list().get(0).getId();
        for (String path : new String[] {"/task", "/filter/" + filter + "/list", "/filter/" + filter + "/count"}) {
            for (String query : new String[] {"{\"assigneeExpression\":\"" + call + "\"}",
                    "{\"orQueries\":[{\"assigneeExpression\":\"" + call + "\"}]}", "{\"name\":\"" + call + "\"}"}) {
                asks(admin, "POST", path, query);
                asks(agent, "POST", path, query);
            }
        }

        assertThat(REACHED).hasValue(0);
    }

    @Test
    void nobody_stores_a_filter_but_administrators() throws Exception {
        String filter = "{\"resourceType\":\"Task\",\"name\":\"x\",\"query\":{\"assigneeExpression\":\"" + EXPRESSION + "\"}}";
        People people = new People(identity);

        for (String role : new String[] {"agent", "supervisor", "manager", "finance", "warehouse"}) {
            assertThat(asks(people.id(role), "POST", "/filter/create", filter).statusCode()).as(role).isEqualTo(403);
        }
    }

    @Test
    void what_is_typed_into_a_form_is_text_not_an_expression() throws Exception {
        String call = "${''.getClass().forName('" + EngineAttackTests.class.getName() + "').getField('REACHED').get(null).incrementAndGet()}";
        ComplaintNumber number = desk.recorded();
        String task = desk.task(number, "DiagnoseProblem").getId();
        tasks.setAssignee(task, agent);

        asks(agent, "POST", "/task/" + task + "/submit-form", """
                {"variables":{"nextStep":{"value":"DIAGNOSED"},"category":{"value":"DAMAGED_IN_TRANSIT"},"severity":{"value":"P2"},
                 "responsibleParty":{"value":"COURIER"},"priority":{"value":60},"rootCause":{"value":"%s"}}}""".formatted(call));
        desk.deliver(number);

        assertThat(REACHED).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"${''.getClass()}", "${''.class}", "${now().getClass().forName('java.lang.Runtime')}", "${environment}",
            "${dataSource}", "${deskSecret.getClass()}", "${processEngine}"})
    void not_even_a_model_reaches_classes_or_beans_of_others(String expression) {
        ProcessEngineConfigurationImpl engine = (ProcessEngineConfigurationImpl) engines.getProcessEngineConfiguration();

        assertThatThrownBy(() -> engine.getExpressionManager().createExpression(expression)
                .getValue(StartProcessVariableScope.getSharedInstance())).isInstanceOf(ProcessEngineException.class);
    }

    @Test
    void a_serialized_java_object_is_not_taken_in() throws Exception {
        String task = desk.task(desk.recorded(), "DiagnoseProblem").getId();
        tasks.setAssignee(task, agent);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new java.util.Date());
        }
        String variable = "{\"variables\":{\"x\":{\"value\":\"" + Base64.getEncoder().encodeToString(bytes.toByteArray())
                + "\",\"type\":\"Object\",\"valueInfo\":{\"objectTypeName\":\"java.util.Date\","
                + "\"serializationDataFormat\":\"application/x-java-serialized-object\"}}}}";

        HttpResponse<String> answer = asks(agent, "POST", "/task/" + task + "/submit-form", variable);

        assertThat(answer.body()).contains("Java serialization format is prohibited");
        assertThat(runtime.createVariableInstanceQuery().variableName("x").taskIdIn(task).count()).isZero();
    }

    @Test
    void json_does_not_become_an_object_of_the_senders_choice() throws Exception {
        String instance = desk.task(desk.recorded(), "DiagnoseProblem").getProcessInstanceId();
        String variable = "{\"value\":\"{}\",\"type\":\"Object\",\"valueInfo\":{\"objectTypeName\":\"" + EngineAttackTests.class.getName()
                + "\",\"serializationDataFormat\":\"application/json\"}}";
        asks(admin, "PUT", "/process-instance/" + instance + "/variables/chosen", variable);

        HttpResponse<String> answer = asks(admin, "GET", "/process-instance/" + instance + "/variables/chosen?deserializeValue=true", "");

        assertThat(answer.statusCode()).as(answer.body()).isGreaterThanOrEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest/%64eployment", "/engine-rest//deployment", "/engine-rest/task/../deployment",
            "/engine-rest/task/..;/deployment", "/engine-rest/deployment/", "/engine-rest/deployment;x=1", "/engine-rest/deployment%2F",
            "/engine-rest/task/x%2F..%2F..%2Fdeployment", "/engine-rest/DEPLOYMENT", "/engine-rest/engine/default/deployment",
            "/engine-rest/engine/default/engine/default/deployment", "/engine-rest/engine/other/deployment", "/engine-rest/deployment.json",
            "/engine-rest/%2e%2e/engine-rest/deployment", "/engine-rest/filter/../deployment?x=/filter", "/engine-rest/deployment%00",
            "/ENGINE-REST/deployment", "/engine-rest/./deployment", "/engine-rest/deployment%0a", "/engine-rest\\deployment",
            "/%65ngine-rest/deployment", "/engine%2Drest/deployment", "/%65ngine-rest/%64eployment"})
    void no_spelling_of_a_path_opens_it(String path) throws Exception {
        RawRequest.Answer answer = raw(agent, path);

        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
        assertThat(answer.body()).doesNotContain("complaint-desk\",\"source", "deploymentTime");
    }

    /** Where the engine's own server is not there to find nothing behind it. */
    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest/deployment", "/%65ngine-rest/deployment", "/engine-rest/%64eployment", "/engine%2drest/deployment"})
    void the_gate_knows_a_path_in_every_spelling(String path) throws Exception {
        mvc.perform(get(URI.create(path)).with(httpBasic(agent, People.PASSWORD))).andExpect(status().isForbidden());
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override", "_method"})
    void no_header_makes_another_method_of_it(String header) throws Exception {
        String task = desk.task(desk.recorded(), "DiagnoseProblem").getId();
        HttpRequest request = signed(agent, "/engine-rest/task/" + task + "/claim").header(header, "DELETE")
                .header("Content-Type", "application/json").POST(BodyPublishers.ofString("{\"userId\":\"" + agent + "\"}")).build();

        http.send(request, BodyHandlers.ofString());

        assertThat(tasks.createTaskQuery().taskId(task).count()).isOne();
    }

    @Test
    void what_went_wrong_inside_is_not_told() throws Exception {
        for (String query : new String[] {"/task?sortBy=nonsense", "/task?dueAfter=x", "/task/x' or 1=1", "/task?processVariables=x_y_z",
                "/task?firstResult=-1&maxResults=99999999999"}) {
            RawRequest.Answer answer = raw(agent, "/engine-rest" + query.replace(" ", "%20").replace("'", "%27"));

            assertThat(answer.body()).as(query).doesNotContain("\tat ", "org.postgresql", "SELECT", "select ");
        }
    }

    private HttpResponse<String> deploys(String user, String name, String content) throws Exception {
        String edge = "edge-of-a-part";
        String body = "--%1$s\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\nattack\r\n--%1$s\r\nContent-Disposition: "
                .formatted(edge) + "form-data; name=\"data\"; filename=\"%s\"\r\nContent-Type: text/xml\r\n\r\n%s\r\n--%s--\r\n".formatted(name, content, edge);
        return http.send(signed(user, "/engine-rest/deployment/create").header("Content-Type", "multipart/form-data; boundary=" + edge)
                .POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> asks(String user, String method, String path, String body) throws Exception {
        return http.send(signed(user, "/engine-rest" + path).header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    /** As it stands, which no client library would send. */
    private RawRequest.Answer raw(String user, String path) throws Exception {
        return RawRequest.get(port, path, basic(user));
    }

    private HttpRequest.Builder signed(String user, String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).header("Authorization", basic(user));
    }

    private static String basic(String user) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + People.PASSWORD).getBytes(StandardCharsets.UTF_8));
    }
}
