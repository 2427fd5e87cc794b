package org.complaintdesk.update;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.complaintdesk.identity.Staff;
import org.complaintdesk.identity.StaffNotice;
import org.complaintdesk.platform.DeskProperties;
import org.complaintdesk.platform.Wording;
import org.springframework.stereotype.Component;

/** Words a bundle of notices: how many of which kind, the first of their cases, and where to see all. */
@Component
class BundleLetter {

    private static final int NAMED = 20;
    /** For those who may not see all cases' deadlines. */
    private static final String TASKS = "/tasks";

    private final Updates updates;
    private final Templates templates;
    private final Staff staff;
    private final Wording wording;
    private final DeskProperties desk;

    BundleLetter(Updates updates, Templates templates, Staff staff, Wording wording, DeskProperties desk) {
        this.staff = staff;
        this.updates = updates;
        this.templates = templates;
        this.wording = wording;
        this.desk = desk;
    }

    /** The body is empty when all notices were taken back. */
    record Words(String subject, String body) {
    }

    String title() {
        return wording.text(CaseKind.SEVERAL.subject(CustomerUpdate.BUNDLE));
    }

    Words of(CustomerUpdate bundle) {
        List<String> kinds = updates.kindsIn(bundle.key());
        List<CustomerUpdate> first = updates.firstIn(bundle.key(), NAMED);
        if (first.size() <= 1) {
            return first.stream().findFirst().map(only -> new Words(only.subject(), only.body()))
                    .orElse(new Words(title(), ""));
        }
        Map<String, String> facts = new HashMap<>();
        facts.put("count", String.valueOf(kinds.size()));
        facts.put("summary", summary(kinds));
        facts.put("cases", cases(first, kinds.size()));
        facts.put("link", desk.publicUrl() + (staff.oversees(bundle.colleague()) ? CaseKind.SEVERAL.page("") : TASKS));
        String subject = wording.text("update.subject", wording.text("update.desk"), title(),
                wording.text("update.bundle.count", kinds.size()));
        String template = CaseKind.SEVERAL.template(UpdateLetters.fileName(CustomerUpdate.BUNDLE));
        return new Words(Facts.oneLine(subject), templates.text(template, new Facts(facts), wording.locale()));
    }

    private String summary(List<String> kinds) {
        Map<String, Long> counts = kinds.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return Stream.of(StaffNotice.values()).filter(kind -> counts.containsKey(kind.name()))
                .map(kind -> wording.text("update.bundle.kind", wording.of(kind), counts.get(kind.name())))
                .collect(Collectors.joining("\n"));
    }

    private String cases(List<CustomerUpdate> first, int all) {
        List<String> lines = new ArrayList<>(first.stream().map(notice -> wording.text("update.bundle.case",
                CaseKind.of(notice.caseNumber()).shown(notice.caseNumber()),
                wording.text(CaseKind.of(notice.caseNumber()).subject(notice.kind())))).distinct().toList());
        if (all > first.size()) {
            lines.add(wording.text("update.bundle.more", all - first.size()));
        }
        return String.join("\n", lines);
    }
}
