package org.complaintdesk.insight;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.complaintdesk.identity.Staff;
import org.complaintdesk.ledger.TimeWords;
import org.complaintdesk.platform.Wording;
import org.springframework.stereotype.Component;

/** Reads from the engine's history which way an instance took through its model. */
@Component
class Paths {

    private static final Set<String> NO_STEPS = Set.of("exclusiveGateway", "parallelGateway", "inclusiveGateway", "multiInstanceBody");

    private final InstanceRows rows;
    private final FlowModels models;
    private final Staff staff;
    private final TimeWords times;
    private final Wording wording;
    private final Clock clock;

    Paths(InstanceRows rows, FlowModels models, Staff staff, TimeWords times, Wording wording, Clock clock) {
        this.rows = rows;
        this.models = models;
        this.staff = staff;
        this.times = times;
        this.wording = wording;
        this.clock = clock;
    }

    PathSheet of(Instance instance) {
        BpmnModelInstance model = models.model(instance.definition());
        List<Visit> visits = withItsEnds(instance, rows.visits(instance.id()), model);
        String title = models.find(instance.definition()).map(definition -> definition.getName()).orElse(instance.process());
        Set<String> taken = TakenFlows.of(model, visits);
        Set<String> been = elements(visits, visit -> true);
        been.addAll(TakenFlows.gateways(model, taken));
        return new PathSheet(instance.id(), title, instance.definition(), been,
                elements(visits, visit -> !visit.isOver()), canceled(visits), taken,
                visits.stream().filter(visit -> !NO_STEPS.contains(visit.type())).map(visit -> step(visit, model)).toList());
    }

    /** With the events it began and ended with, which its own row tells; a version before noted them as steps too. */
    private static List<Visit> withItsEnds(Instance instance, List<Visit> visits, BpmnModelInstance model) {
        Set<String> noted = elements(visits, visit -> true);
        List<Visit> all = new ArrayList<>(visits);
        if (!noted.contains(instance.first()) && model.getModelElementById(instance.first()) instanceof StartEvent) {
            all.add(0, Visit.ofEvent(instance.first(), instance.start(), Long.MIN_VALUE));
        }
        if (!noted.contains(instance.last()) && model.getModelElementById(instance.last()) instanceof EndEvent) {
            all.add(Visit.ofEvent(instance.last(), instance.end(), Long.MAX_VALUE));
        }
        return all;
    }

    private static Set<String> elements(List<Visit> visits, Predicate<Visit> which) {
        return visits.stream().filter(which).map(Visit::element).collect(Collectors.toSet());
    }

    private static Set<String> canceled(List<Visit> visits) {
        Set<String> canceled = elements(visits, visit -> visit.isOver() && visit.canceled());
        canceled.removeAll(elements(visits, visit -> visit.isOver() && !visit.canceled()));
        return canceled;
    }

    private PathSheet.Step step(Visit visit, BpmnModelInstance model) {
        Duration stayed = Duration.between(visit.start(), visit.isOver() ? visit.end() : clock.instant());
        String state = wording.text("insight.step." + (!visit.isOver() ? "open" : visit.canceled() ? "canceled" : "done"));
        return new PathSheet.Step(visit.element(), FlowModels.name(model, visit.element()), wording.moment(visit.start()),
                stayed.toSeconds() < 1 ? "" : times.wall(stayed), visit.assignee() == null ? "" : staff.displayName(visit.assignee()), state, !visit.isOver(),
                visit.calledInstance());
    }
}
