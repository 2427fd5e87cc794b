package org.complaintdesk.insight;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.complaintdesk.identity.ShopScope;
import org.complaintdesk.identity.Shops;
import org.complaintdesk.identity.Staff;
import org.complaintdesk.ledger.TimeWords;
import org.complaintdesk.platform.DeskProperties;
import org.complaintdesk.platform.Wording;
import org.complaintdesk.review.ReviewNumber;
import org.springframework.stereotype.Component;

/** Where in a flow cases stay long, and where they stand longer than they should. */
@Component
class Stays {

    static final int LONGEST_PERIOD = 400;
    private static final double MOST = 0.9;
    private static final int FEW = 5;
    private static final int SHOWN = 25;

    private final StepRows rows;
    private final FlowModels models;
    private final Shops shops;
    private final Staff staff;
    private final TimeWords times;
    private final Wording wording;
    private final ZoneId zone;
    private final Clock clock;

    Stays(StepRows rows, FlowModels models, Shops shops, Staff staff, TimeWords times, Wording wording, DeskProperties desk, Clock clock) {
        this.rows = rows;
        this.models = models;
        this.shops = shops;
        this.staff = staff;
        this.times = times;
        this.wording = wording;
        this.zone = desk.zone();
        this.clock = clock;
    }

    /**
     * @param process the key of a flow; the first one when there is none of this key
     * @param days    up to and with today, 1 to {@value #LONGEST_PERIOD}
     */
    StaySheet of(String process, int days) {
        List<ProcessDefinition> flows = models.latest();
        ProcessDefinition flow = flows.stream().filter(one -> one.getKey().equals(process)).findFirst().orElse(flows.get(0));
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        LocalDate first = today.minusDays(Math.max(1, Math.min(days, LONGEST_PERIOD)) - 1L);
        ShopScope seen = shops.seenNow();
        Map<String, Lengths> stayed = rows.stayed(flow.getKey(), first, today.plusDays(1), seen);
        return new StaySheet(flow.getKey(), flow.getId(),
                flows.stream().map(one -> new StaySheet.Flow(one.getKey(), one.getName())).toList(), days,
                wording.text("insight.period", first.toString(), today.toString()),
                stayed.values().stream().mapToLong(Lengths::stays).sum(),
                steps(models.model(flow.getId()), stayed, rows.standing(flow.getKey(), seen)));
    }

    /** @return who has stood at this step longest */
    List<StaySheet.Standing> standing(String process, String step) {
        return rows.longest(process, step, shops.seenNow(), SHOWN).stream().map(this::standing).toList();
    }

    private List<StaySheet.Step> steps(BpmnModelInstance model, Map<String, Lengths> stayed, Map<String, StepRows.Now> standing) {
        Set<String> steps = new TreeSet<>(stayed.keySet());
        steps.addAll(standing.keySet());
        steps.removeIf(step -> !FlowModels.isStep(model, step));
        Duration hottest = steps.stream().map(step -> usual(stayed.get(step))).max(Comparator.naturalOrder()).orElse(Duration.ZERO);
        return steps.stream().sorted(Comparator.comparing((String step) -> usual(stayed.get(step))).reversed())
                .map(step -> step(step, FlowModels.name(model, step), stayed.getOrDefault(step, new Lengths()), standing.get(step), hottest))
                .toList();
    }

    private static Duration usual(Lengths stayed) {
        return stayed == null ? Duration.ZERO : stayed.quantile(0.5);
    }

    private StaySheet.Step step(String id, String name, Lengths stayed, StepRows.Now now, Duration hottest) {
        boolean any = stayed.stays() > 0;
        return new StaySheet.Step(id, name, stayed.stays(), any ? times.wall(stayed.quantile(0.5)) : "",
                any ? times.wall(stayed.quantile(MOST)) : "", any ? times.wall(stayed.longest()) : "", heat(stayed, hottest),
                now == null ? 0 : now.lengths().stays(), now == null ? "" : wording.moment(now.since()),
                now == null ? "" : times.wall(Duration.between(now.since(), clock.instant())),
                now == null || stayed.stays() < FEW ? 0 : now.lengths().longerThan(stayed.quantile(MOST)));
    }

    /** Stays differ by powers of ten, so their square roots are compared: what is short is still seen. */
    private static double heat(Lengths stayed, Duration hottest) {
        return hottest.isZero() ? 0 : Math.round(100 * Math.sqrt((double) stayed.quantile(0.5).toSeconds() / hottest.toSeconds())) / 100.0;
    }

    private StaySheet.Standing standing(StepRows.AtStep at) {
        String number = at.businessKey() == null ? "" : at.businessKey().split("/", 2)[0];
        return new StaySheet.Standing(number, (ReviewNumber.isNumber(number) ? "/reviews/" : "/cases/") + number, at.instance(),
                wording.moment(at.since()), times.wall(Duration.between(at.since(), clock.instant())),
                at.assignee() == null ? "" : staff.displayName(at.assignee()));
    }
}
