package org.complaintdesk.insight;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/**
 * Which sequence flows an instance took. The engine's history has only the elements it was at, so each stay is taken to have
 * come from the neighbour that ended last before it began and has not led elsewhere.
 */
final class TakenFlows {

    private final List<SequenceFlow> flows;
    private final List<Visit> visits;
    private final Set<Mark> used = new HashSet<>();
    private final Set<String> taken = new TreeSet<>();

    private TakenFlows(Collection<SequenceFlow> flows, List<Visit> visits) {
        this.flows = List.copyOf(flows);
        this.visits = visits.stream().sorted(Visit.IN_ORDER).toList();
    }

    /** @param flow empty when the stay leads nowhere else */
    private record Mark(String visit, String flow) {
    }

    private record Way(SequenceFlow flow, Visit from) {
    }

    /** @return the ids of the flows */
    static Set<String> of(BpmnModelInstance model, List<Visit> visits) {
        TakenFlows read = new TakenFlows(model.getModelElementsByType(SequenceFlow.class), visits);
        read.visits.forEach(visit -> read.wayTo(visit).ifPresent(read::take));
        return read.taken;
    }

    private Optional<Way> wayTo(Visit visit) {
        return flows.stream().filter(flow -> flow.getTarget().getId().equals(visit.element()))
                .flatMap(flow -> candidates(flow, visit)).max((one, other) -> Visit.LAST_TO_END.compare(one.from(), other.from()));
    }

    private Stream<Way> candidates(SequenceFlow flow, Visit to) {
        FlowNode source = flow.getSource();
        return visits.stream().filter(from -> from.element().equals(source.getId()) && from.isOver() && !from.id().equals(to.id()))
                .filter(from -> !from.canceled() || source instanceof EventBasedGateway)
                .filter(from -> !from.end().isAfter(to.start()) && !used.contains(mark(flow, from)))
                .map(from -> new Way(flow, from));
    }

    private void take(Way way) {
        used.add(mark(way.flow(), way.from()));
        taken.add(way.flow().getId());
    }

    /** A stay at a gateway that chooses leads one way; any other leads once along each flow. */
    private static Mark mark(SequenceFlow flow, Visit from) {
        FlowNode source = flow.getSource();
        boolean chooses = source instanceof ExclusiveGateway || source instanceof EventBasedGateway;
        return new Mark(from.id(), chooses ? "" : flow.getId());
    }
}
