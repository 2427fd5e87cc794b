package org.complaintdesk.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Notes every sequence flow that the engine takes during the tests, so that a model's tests can prove that they cover it. */
@TestConfiguration(proxyBeanMethods = false)
public class FlowRecorder {

    private static final Set<String> TAKEN = new ConcurrentSkipListSet<>();
    private static final Set<Class<?>> DONE = ConcurrentHashMap.newKeySet();

    /** @return the flows of the process' latest version that no test of this run has taken so far */
    public static Set<String> notTaken(RepositoryService repository, String process) {
        BpmnModelInstance model = repository.getBpmnModelInstance(repository.createProcessDefinitionQuery()
                .processDefinitionKey(process).latestVersion().singleResult().getId());
        Set<String> flows = new TreeSet<>();
        model.getModelElementsByType(SequenceFlow.class).forEach(flow -> flows.add(flow.getId()));
        flows.removeAll(TAKEN);
        return flows;
    }

    /**
     * For tests of one process in several classes: whichever of them is the last to run has to find that together they took
     * every flow. One that runs alone need not.
     */
    public static void assertEveryFlowTaken(RepositoryService repository, Class<?> done, Set<Class<?>> together, String... processes) {
        DONE.add(done);
        if (DONE.containsAll(together)) {
            for (String process : processes) {
                assertThat(notTaken(repository, process)).as("flows of %s that no test took", process).isEmpty();
            }
        }
    }

    @Bean
    AbstractProcessEnginePlugin flowRecording() {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                engine.getCustomPostBPMNParseListeners().add(recorder());
            }
        };
    }

    private static BpmnParseListener recorder() {
        return new AbstractBpmnParseListener() {
            @Override
            public void parseSequenceFlow(Element flow, ScopeImpl scope, TransitionImpl transition) {
                transition.addListener(ExecutionListener.EVENTNAME_TAKE,
                        (ExecutionListener) execution -> TAKEN.add(transition.getId()));
            }
        };
    }
}
