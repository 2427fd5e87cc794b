package org.complaintdesk.casework;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.complaintdesk.deadline.ClockName;
import org.springframework.stereotype.Component;

/**
 * What a deployed process model says of clocks: which of its timers ask them, by {@code ${clocks.…}} or a room's
 * own {@code ${matterAlarms.…}}, and which clocks
 * limit the due time of a task, by the task's extension property {@code clocks}, names with blanks between.
 */
@Component
class ClockedModels {

    private static final String PROPERTY = "clocks";
    private static final Pattern ASKS = Pattern.compile("\\$\\{(clocks|\\w+Alarms)\\.");

    private final RepositoryService repository;
    private final ManagementService management;
    private final Map<String, ClockedModel> known = new ConcurrentHashMap<>();

    ClockedModels(RepositoryService repository, ManagementService management) {
        this.repository = repository;
        this.management = management;
    }

    /**
     * @param timers the ids of the job definitions of timers that follow clocks
     * @param tasks  by the key of the task the clocks it must not be later than
     */
    record ClockedModel(Set<String> timers, Map<String, Set<ClockName>> tasks) {

        Set<ClockName> limits(String task) {
            return tasks.getOrDefault(task, Set.of());
        }
    }

    /** @param definition the id of a process definition; a version never changes, so each is read once */
    ClockedModel of(String definition) {
        ClockedModel model = known.get(definition);
        if (model == null) {
            model = read(definition);
            known.put(definition, model);
        }
        return model;
    }

    private ClockedModel read(String definition) {
        Set<String> timers = management.createJobDefinitionQuery().processDefinitionId(definition).list().stream()
                .filter(job -> job.getJobConfiguration() != null && ASKS.matcher(job.getJobConfiguration()).find())
                .map(JobDefinition::getId).collect(Collectors.toUnmodifiableSet());
        Map<String, Set<ClockName>> tasks = new HashMap<>();
        for (UserTask task : repository.getBpmnModelInstance(definition).getModelElementsByType(UserTask.class)) {
            Set<ClockName> limits = limits(task);
            if (!limits.isEmpty()) {
                tasks.put(task.getId(), limits);
            }
        }
        return new ClockedModel(timers, Map.copyOf(tasks));
    }

    private static Set<ClockName> limits(UserTask task) {
        Set<ClockName> names = EnumSet.noneOf(ClockName.class);
        if (task.getExtensionElements() != null) {
            task.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                    .map(CamundaProperties::getCamundaProperties).flatMap(Collection::stream)
                    .filter(property -> PROPERTY.equals(property.getCamundaName())).map(CamundaProperty::getCamundaValue)
                    .flatMap(value -> Arrays.stream(value.split(" "))).map(ClockName::valueOf).forEach(names::add);
        }
        return names;
    }
}
