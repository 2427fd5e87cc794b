package org.complaintdesk.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.complaintdesk.platform.Wording;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

@DeskTest
class DevPagesTests {

    private static final BpmnModelInstance REMINDED_AFTER_A_DAY = Bpmn.createExecutableProcess("dev-clock-test")
            .camundaHistoryTimeToLive(365).startEvent()
            .userTask("Wait").boundaryEvent("ADay").timerWithDuration("PT24H")
            .userTask("Remind").camundaAsyncBefore().boundaryEvent("AnotherDay").timerWithDuration("PT24H")
            .userTask("Escalate").endEvent()
            .moveToActivity("Wait").endEvent().moveToActivity("Remind").endEvent().done();

    @Autowired
    private ProcessEngineConfigurationImpl engine;
    @Autowired
    private RepositoryService repository;
    @Autowired
    private ManagementService management;
    @Autowired
    private RuntimeService runtime;
    @Autowired
    private HistoryService history;
    @Autowired
    private Clock clock;
    @Autowired
    private Wording wording;
    @Autowired
    private ObjectMapper json;

    @TempDir
    private Path directory;

    private LocalMail mail;
    private MockMvc web;
    private String deployment;

    @BeforeEach
    void open() {
        LocalClock localClock = LocalClock.resume(directory);
        mail = new LocalMail(directory.resolve("mail"), 0, 0);
        mail.start();
        web = MockMvcBuilders.standaloneSetup(new DevClock(localClock, new TimeMachine(localClock, engine)), new DevMail(mail, wording))
                .setMessageConverters(new StringHttpMessageConverter(), new MappingJackson2HttpMessageConverter(json)).build();
        others().forEach(key -> management.updateJobSuspensionState().byProcessDefinitionKey(key).suspend());
        deployment = repository.createDeployment().addModelInstance("dev-clock-test.bpmn", REMINDED_AFTER_A_DAY).deploy().getId();
    }

    /** The hundreds of cases of other tests, which do not travel along. */
    private List<String> others() {
        return repository.createProcessDefinitionQuery().latestVersion().list().stream().map(ProcessDefinition::getKey)
                .filter(key -> !key.equals("dev-clock-test")).toList();
    }

    @AfterEach
    void close() {
        ClockUtil.reset();
        mail.close();
        repository.deleteDeployment(deployment, true);
        others().forEach(key -> management.updateJobSuspensionState().byProcessDefinitionKey(key).activate());
    }

    @Test
    void clock_of_engine_and_application_moves_and_every_timer_on_the_way_runs_at_its_time() throws Exception {
        Instant start = clock.instant();
        String instance = runtime.startProcessInstanceByKey("dev-clock-test").getId();

        advance("{\"advance\": \"PT50H\"}").andExpect(status().isOk())
                .andExpect(jsonPath("$.jobsRun").value(greaterThanOrEqualTo(3)));

        assertThat(clock.instant()).isAfterOrEqualTo(start.plus(Duration.ofHours(50)));
        assertThat(created(instance, "Remind")).isBetween(start.plus(Duration.ofHours(24)), start.plus(Duration.ofHours(25)));
        assertThat(created(instance, "Escalate")).isBetween(start.plus(Duration.ofHours(48)), start.plus(Duration.ofHours(49)));
    }

    @Test
    void clock_is_taken_up_again_by_the_next_run_until_it_is_reset() throws Exception {
        advance("{\"advance\": \"PT2H\"}").andExpect(status().isOk());
        advance("{\"advance\": \"PT1H\"}").andExpect(status().isOk());
        ClockUtil.reset();

        assertThat(LocalClock.resume(directory).ahead()).isEqualTo(Duration.ofHours(3));
        assertThat(Duration.between(Instant.now(), clock.instant())).isGreaterThan(Duration.ofMinutes(179));

        web.perform(delete("/dev/clock")).andExpect(status().isOk());
        assertThat(LocalClock.resume(directory).ahead()).isZero();
        web.perform(get("/dev/clock")).andExpect(jsonPath("$.ahead").value("PT0S"));
    }

    @Test
    void clock_refuses_what_is_no_duration_forward() throws Exception {
        for (String body : new String[] {"{\"advance\": \"tomorrow\"}", "{\"advance\": \"-PT1H\"}", "{\"advance\": \"PT9000H\"}", "{}", "no json"}) {
            advance(body).andExpect(status().isBadRequest()).andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                    .andExpect(jsonPath("$.detail", containsString("PT25H")));
        }
    }

    @Test
    void mail_page_speaks_the_language_of_the_installation() throws Exception {
        web.perform(get("/dev/mail")).andExpect(status().isOk()).andExpect(content().string(containsString("<html lang=\"zh\">")));
        web.perform(get("/dev/mail/messages")).andExpect(status().isOk()).andExpect(content().json("[]"));
    }

    private ResultActions advance(String body) throws Exception {
        return web.perform(post("/dev/clock").contentType(MediaType.APPLICATION_JSON).content(body));
    }

    private Instant created(String instance, String task) {
        HistoricTaskInstance created = history.createHistoricTaskInstanceQuery().processInstanceId(instance).taskDefinitionKey(task).singleResult();
        return created.getStartTime().toInstant();
    }
}
