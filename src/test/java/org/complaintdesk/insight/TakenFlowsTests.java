package org.complaintdesk.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.Test;

class TakenFlowsTests {

    private static final BpmnModelInstance LOOP = Bpmn.createExecutableProcess("loop").startEvent("Begin").sequenceFlowId("toWork")
            .userTask("Work").sequenceFlowId("toGood").exclusiveGateway("Good").sequenceFlowId("toEnd").endEvent("End").moveToLastGateway()
            .sequenceFlowId("again").connectTo("Work").done();
    private static final BpmnModelInstance BOTH = Bpmn.createExecutableProcess("both").startEvent("Begin").sequenceFlowId("toFork")
            .parallelGateway("Fork").sequenceFlowId("toLeft").userTask("Left").sequenceFlowId("fromLeft").parallelGateway("Join")
            .sequenceFlowId("toEnd").endEvent("End").moveToNode("Fork").sequenceFlowId("toRight").userTask("Right").sequenceFlowId("fromRight")
            .connectTo("Join").done();
    private static final BpmnModelInstance LATE = Bpmn.createExecutableProcess("late").startEvent("Begin").sequenceFlowId("toWork")
            .userTask("Work").sequenceFlowId("toEnd").endEvent("End").moveToActivity("Work").boundaryEvent("TooLate").sequenceFlowId("toRemind")
            .serviceTask("Remind").sequenceFlowId("reminded").connectTo("End").done();

    private final List<Visit> visits = new ArrayList<>();

    @Test
    void straight_through_leaves_the_way_back_untaken() {
        at("Begin", 0, 0);
        at("Work", 0, 5);
        at("Good", 5, 5);
        at("End", 5, 5);

        assertThat(TakenFlows.of(LOOP, visits)).containsExactlyInAnyOrder("toWork", "toGood", "toEnd");
    }

    @Test
    void once_around_takes_the_way_back_too() {
        at("Begin", 0, 0);
        at("Work", 0, 5);
        at("Good", 5, 5);
        at("Work", 5, 9);
        at("Good", 9, 9);
        at("End", 9, 9);

        assertThat(TakenFlows.of(LOOP, visits)).containsExactlyInAnyOrder("toWork", "toGood", "again", "toEnd");
    }

    @Test
    void gateways_that_chose_need_not_be_told() {
        at("Begin", 0, 0);
        at("Work", 0, 5);
        at("Work", 5, 9);
        at("End", 9, 9);

        assertThat(TakenFlows.of(LOOP, visits)).containsExactlyInAnyOrder("toWork", "toGood", "again", "toEnd");
        assertThat(TakenFlows.gateways(LOOP, TakenFlows.of(LOOP, visits))).containsExactly("Good");
    }

    @Test
    void who_still_works_has_gone_no_further() {
        at("Begin", 0, 0);
        at("Work", 0, -1);

        assertThat(TakenFlows.of(LOOP, visits)).containsExactly("toWork");
    }

    @Test
    void both_ways_of_a_fork_lead_to_the_join() {
        at("Begin", 0, 0);
        at("Fork", 0, 0);
        at("Left", 0, 3);
        at("Right", 0, 7);
        at("Join", 3, 7);
        at("Join", 7, 7);
        at("End", 7, 7);

        assertThat(TakenFlows.of(BOTH, visits)).containsExactlyInAnyOrder("toFork", "toLeft", "toRight", "fromLeft", "fromRight", "toEnd");
    }

    @Test
    void what_was_interrupted_leads_nowhere_but_the_interruption_does() {
        at("Begin", 0, 0);
        visits.add(visit("Work", 0, 8, true));
        at("TooLate", 8, 8);
        at("Remind", 9, 9);
        at("End", 9, 9);

        assertThat(TakenFlows.of(LATE, visits)).containsExactlyInAnyOrder("toWork", "toRemind", "reminded");
    }

    private void at(String element, int from, int to) {
        visits.add(visit(element, from, to, false));
    }

    private Visit visit(String element, int from, int to, boolean canceled) {
        return new Visit(String.valueOf(visits.size()), element, element, "userTask", Instant.EPOCH.plusSeconds(from),
                to < 0 ? null : Instant.EPOCH.plusSeconds(to), canceled, visits.size(), null, null);
    }
}
