package org.complaintdesk.tracking;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.complaintdesk.complaint.CustomerAction;
import org.complaintdesk.complaint.CustomerRequests;
import org.complaintdesk.complaint.CustomerView;
import org.complaintdesk.complaint.Happening;
import org.complaintdesk.complaint.Stage;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.customer.Masked;
import org.complaintdesk.evidence.EvidenceFiles;
import org.complaintdesk.evidence.EvidenceProperties;
import org.complaintdesk.evidence.Origin;
import org.complaintdesk.evidence.StoredFile;
import org.complaintdesk.platform.CustomerFormLimits;
import org.complaintdesk.platform.Wording;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Lays out a case for its customer. */
@Component
class TrackScreen {

    /** The way of a case as customers know it; the stage says how far it has come. */
    private static final List<Set<Stage>> WAY = List.of(Set.of(Stage.RECEIVED), Set.of(Stage.DIAGNOSING, Stage.AWAITING_EVIDENCE),
            Set.of(Stage.PROPOSING, Stage.AWAITING_APPROVAL, Stage.AWAITING_CUSTOMER, Stage.MEDIATING), Set.of(Stage.EXECUTING),
            Set.of(Stage.FOLLOWING_UP), Set.of(Stage.CLOSED));

    private static final int LATEST = 6;
    private static final Set<Happening> WRITTEN = Set.of(Happening.CUSTOMER_WROTE, Happening.MESSAGE_ANSWERED);

    private final CustomerRequests requests;
    private final Customers customers;
    private final EvidenceFiles evidence;
    private final EvidenceProperties limits;
    private final CustomerFormLimits forms;
    private final Wording wording;
    private final Clock clock;

    TrackScreen(CustomerRequests requests, Customers customers, EvidenceFiles evidence, EvidenceProperties limits,
                CustomerFormLimits forms, Wording wording, Clock clock) {
        this.requests = requests;
        this.customers = customers;
        this.evidence = evidence;
        this.limits = limits;
        this.forms = forms;
        this.wording = wording;
        this.clock = clock;
    }

    /**
     * @param draft  what was typed and is shown again
     * @param notice what became of what was just sent, null when nothing was
     * @return the name of the view
     */
    String show(Visit visit, Draft draft, Notice notice, Locale locale, Model model) {
        CustomerView view = requests.view(visit.number());
        model.addAttribute("token", visit.token());
        model.addAttribute("view", view);
        model.addAttribute("words", words(locale));
        model.addAttribute("way", WAY.size());
        model.addAttribute("step", step(view.stage()));
        model.addAttribute("can", view.can().stream().map(CustomerAction::name).collect(Collectors.toSet()));
        List<CustomerView.Line> story = story(view);
        model.addAttribute("latest", story.subList(0, Math.min(LATEST, story.size())));
        model.addAttribute("earlier", story.subList(Math.min(LATEST, story.size()), story.size()));
        Map<UUID, StoredFile> files = files(view);
        model.addAttribute("files", files);
        model.addAttribute("unsaid", files.values().stream().filter(file -> !written(view).contains(file.id())).toList());
        model.addAttribute("megabytes", Math.min(limits.largestFile().toMegabytes(), forms.largest().toMegabytes()));
        model.addAttribute("draft", draft);
        model.addAttribute("problems", draft.byControl());
        model.addAttribute("notice", notice);
        model.addAttribute("keys", Stream.of(Deed.EVIDENCE, Deed.MESSAGE).map(Deed::path)
                .collect(Collectors.toMap(Function.identity(), form -> key(draft, form))));
        model.addAttribute("kept", draft.key().map(key -> evidence.kept(Uploads.draft(visit, key))).orElse(List.of()));
        model.addAttribute("c", visit.c());
        model.addAttribute("address", visit.c() == null ? null : Masked.email(customers.byId(visit.complaint().customerId()).email()));
        return "track/case";
    }

    private static String key(Draft draft, String form) {
        return draft.key().filter(key -> draft.isOf(form)).orElseGet(() -> UUID.randomUUID().toString());
    }

    TrackWords words(Locale locale) {
        return new TrackWords(wording.in(locale), clock.instant());
    }

    /** Latest first; what was written stands among the messages. */
    private static List<CustomerView.Line> story(CustomerView view) {
        List<CustomerView.Line> lines = new ArrayList<>(view.timeline().stream().filter(line -> !WRITTEN.contains(line.what())).toList());
        Collections.reverse(lines);
        return lines;
    }

    /** What the customer sent themselves: not what colleagues keep with the case, nor what came from somebody unknown. */
    private Map<UUID, StoredFile> files(CustomerView view) {
        Set<UUID> shown = written(view);
        return evidence.of(view.number().value()).stream()
                .filter(file -> file.origin() == Origin.CUSTOMER || file.origin() == Origin.MAIL && shown.contains(file.id()))
                .collect(Collectors.toMap(StoredFile::id, Function.identity(), (one, same) -> one, LinkedHashMap::new));
    }

    private static Set<UUID> written(CustomerView view) {
        return view.messages().stream().flatMap(message -> message.files().stream()).collect(Collectors.toSet());
    }

    /** @return whether the customer may see this file */
    boolean shows(Visit visit, UUID file) {
        return files(requests.view(visit.number())).containsKey(file);
    }

    private static int step(Stage stage) {
        for (int step = 0; step < WAY.size(); step++) {
            if (WAY.get(step).contains(stage)) {
                return step;
            }
        }
        throw new IllegalStateException("Nowhere on the way: " + stage);
    }
}
