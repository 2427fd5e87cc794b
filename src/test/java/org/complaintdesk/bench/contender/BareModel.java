package org.complaintdesk.bench.contender;

import java.util.List;
import java.util.Map;

/**
 * What a bare engine runs: five tasks for people in a row, each with a boundary timer of 24 hours, then a service that does
 * nothing, in a job of its own. Ten variables: five at the start, one more with each task.
 */
public final class BareModel {

    public static final String PROCESS = "bare";
    public static final String PERSON = "ben";
    public static final List<String> TASKS = List.of("Record", "Diagnose", "Propose", "Execute", "FollowUp");

    private BareModel() {
    }

    /** @param prefix of the engine's own attributes; @param namespace of these */
    public static String bpmn(String prefix, String namespace) {
        StringBuilder flow = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                    xmlns:%1$s="%2$s" targetNamespace="http://complaintdesk.org/bench">
                  <process id="%3$s" isExecutable="true" %1$s:historyTimeToLive="180">
                    <startEvent id="Start"/>
                """.formatted(prefix, namespace, PROCESS));
        String before = "Start";
        for (String task : TASKS) {
            flow.append("""
                        <sequenceFlow id="To%1$s" sourceRef="%2$s" targetRef="%1$s"/>
                        <userTask id="%1$s" name="%1$s" %3$s:candidateGroups="agents"/>
                        <boundaryEvent id="%1$sLate" attachedToRef="%1$s" cancelActivity="false">
                          <timerEventDefinition><timeDuration xsi:type="tFormalExpression">PT24H</timeDuration></timerEventDefinition>
                        </boundaryEvent>
                        <sequenceFlow id="%1$sIsLate" sourceRef="%1$sLate" targetRef="%1$sNoted"/>
                        <endEvent id="%1$sNoted"/>
                    """.formatted(task, before, prefix));
            before = task;
        }
        return flow.append("""
                    <sequenceFlow id="ToSend" sourceRef="%1$s" targetRef="Send"/>
                    <serviceTask id="Send" name="Send" %2$s:async="true" %2$s:expression="${true}"/>
                    <sequenceFlow id="ToEnd" sourceRef="Send" targetRef="End"/>
                    <endEvent id="End"/>
                  </process>
                </definitions>
                """.formatted(before, prefix)).toString();
    }

    public static Map<String, Object> atTheStart() {
        return Map.of("shop", "醉卿酒业旗舰店", "channel", "EMAIL", "customer", "王小明", "amount", 399,
                "description", "收到的酒瓶破损，酒都漏光了，外箱也是湿的。");
    }

    /** @return what completing this task adds */
    public static Map<String, Object> with(String task) {
        return Map.of("of" + task, "经核实，商品在运输途中破损。");
    }
}
