package org.complaintdesk.insight;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/**
 * Which sequence flows an instance took. The engine's history has only the elements it stayed at, without the gateways that
 * merely choose; so each stay is taken to have come from the neighbour that ended last before it began and has not led
 * elsewhere, where neighbours have nothing but such gateways between them.
 */
final class TakenFlows {

    private final Collection<SequenceFlow> flows;
    private final List<Visit> visits;
    private final Map<String, List<List<SequenceFlow>>> ways = new HashMap<>();
    private final Set<Mark> used = new HashSet<>();
    private final Set<String> taken = new TreeSet<>();

    private TakenFlows(BpmnModelInstance model, List<Visit> visits) {
        this.flows = model.getModelElementsByType(SequenceFlow.class);
        // What a version before noted of gateways.
        Set<String> gateways = model.getModelElementsByType(ExclusiveGateway.class).stream().map(FlowNode::getId).collect(Collectors.toSet());
        this.visits = visits.stream().filter(visit -> !gateways.contains(visit.element())).sorted(Visit.IN_ORDER).toList();
    }

    /** @param flow empty when the stay leads nowhere else */
    private record Mark(String visit, String flow) {
    }

    /** @param flows in the order they were taken */
    private record Way(List<SequenceFlow> flows, Visit from) {
    }

    /** @return the ids of the flows */
    static Set<String> of(BpmnModelInstance model, List<Visit> visits) {
        TakenFlows read = new TakenFlows(model, visits);
        read.visits.forEach(visit -> read.wayTo(visit).ifPresent(read::take));
        return read.taken;
    }

    /** @return the ids of the gateways that chose between these flows, which the history leaves out */
    static Set<String> gateways(BpmnModelInstance model, Set<String> taken) {
        Set<String> passed = new TreeSet<>();
        model.getModelElementsByType(SequenceFlow.class).stream().filter(flow -> taken.contains(flow.getId()))
                .map(SequenceFlow::getTarget).filter(ExclusiveGateway.class::isInstance).forEach(gateway -> passed.add(gateway.getId()));
        return passed;
    }

    private Optional<Way> wayTo(Visit visit) {
        return ways.computeIfAbsent(visit.element(), element -> waysTo(element, Set.of()).toList()).stream()
                .flatMap(way -> candidates(way, visit)).max((one, other) -> Visit.LAST_TO_END.compare(one.from(), other.from()));
    }

    /** @param passed the gateways that the way goes on through, which it must not come to again */
    private Stream<List<SequenceFlow>> waysTo(String element, Set<String> passed) {
        return flows.stream().filter(flow -> flow.getTarget().getId().equals(element) && !passed.contains(flow.getSource().getId()))
                .flatMap(flow -> flow.getSource() instanceof ExclusiveGateway gateway
                        ? waysTo(gateway.getId(), with(passed, gateway.getId())).map(before -> with(before, flow))
                        : Stream.of(List.of(flow)));
    }

    private Stream<Way> candidates(List<SequenceFlow> way, Visit to) {
        FlowNode source = way.get(0).getSource();
        return visits.stream().filter(from -> from.element().equals(source.getId()) && from.isOver() && !from.id().equals(to.id()))
                .filter(from -> !from.canceled() || source instanceof EventBasedGateway)
                .filter(from -> !from.end().isAfter(to.start()) && !used.contains(mark(way, from)))
                .map(from -> new Way(way, from));
    }

    private void take(Way way) {
        used.add(mark(way.flows(), way.from()));
        way.flows().forEach(flow -> taken.add(flow.getId()));
    }

    /** A stay at a gateway that waits leads one way; any other leads once along each flow, whatever is chosen behind it. */
    private static Mark mark(List<SequenceFlow> way, Visit from) {
        SequenceFlow first = way.get(0);
        return new Mark(from.id(), first.getSource() instanceof EventBasedGateway ? "" : first.getId());
    }

    private static Set<String> with(Set<String> some, String more) {
        Set<String> all = new HashSet<>(some);
        all.add(more);
        return all;
    }

    private static List<SequenceFlow> with(List<SequenceFlow> before, SequenceFlow last) {
        return Stream.concat(before.stream(), Stream.of(last)).toList();
    }
}
