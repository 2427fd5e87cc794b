package org.complaintdesk.insight;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.complaintdesk.platform.AsSystem;
import org.springframework.stereotype.Component;

/** The models of the flows that cases go through, as they are deployed. */
@Component
class FlowModels {

    /** In the order in which they are offered. */
    static final List<String> FLOWS = List.of("complaint-handling", "complaint-mediation", "complaint-correspondence",
            "complaint-matter", "review-handling", "update-delivery");

    private final RepositoryService repository;
    private final AsSystem asSystem;

    FlowModels(RepositoryService repository, AsSystem asSystem) {
        this.repository = repository;
        this.asSystem = asSystem;
    }

    /** @return the newest version of each, in their order */
    List<ProcessDefinition> latest() {
        List<ProcessDefinition> latest = asSystem.call(() -> repository.createProcessDefinitionQuery()
                .processDefinitionKeysIn(FLOWS.toArray(String[]::new)).latestVersion().list());
        return FLOWS.stream().flatMap(flow -> latest.stream().filter(one -> one.getKey().equals(flow))).toList();
    }

    /** @return empty when there is none of this id any more */
    Optional<ProcessDefinition> find(String definition) {
        return Optional.ofNullable(asSystem.call(() -> repository.createProcessDefinitionQuery()
                .processDefinitionId(definition).singleResult()));
    }

    BpmnModelInstance model(String definition) {
        return asSystem.call(() -> repository.getBpmnModelInstance(definition));
    }

    /** @return whether it is a step of the case's own, in this version; not a timer that only watches over the case beside it */
    static boolean isStep(BpmnModelInstance model, String element) {
        ModelElementInstance found = model.getModelElementById(element);
        boolean watches = found instanceof IntermediateCatchEvent && found.getParentElement() instanceof SubProcess beside
                && beside.triggeredByEvent();
        return found != null && !watches;
    }

    /** @return what the model calls an element; its id when it has no name, or is not in this version */
    static String name(BpmnModelInstance model, String element) {
        ModelElementInstance found = model.getModelElementById(element);
        String name = found instanceof FlowElement known ? known.getName() : null;
        return name == null || name.isBlank() ? element : name.replaceAll("\\s+", " ");
    }
}
