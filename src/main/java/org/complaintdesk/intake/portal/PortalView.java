package org.complaintdesk.intake.portal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.complaintdesk.platform.Wording;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Shows the form, empty or with everything that was typed. */
@Component
class PortalView {

    private final FormStamps stamps;
    private final Photos photos;
    private final PortalShops shops;
    private final Wording wording;
    private final Clock clock;

    PortalView(FormStamps stamps, Photos photos, PortalShops shops, Wording wording, Clock clock) {
        this.stamps = stamps;
        this.photos = photos;
        this.shops = shops;
        this.wording = wording;
        this.clock = clock;
    }

    String empty(PortalForm form, Locale reader, Model model) {
        FormStamp stamp = stamps.fresh();
        model.addAttribute("languages", "/portal");
        return show(form, stamp, Map.of(), reader, model);
    }

    String again(PortalForm form, FormStamp stamp, Map<String, String> problems, Locale reader, Model model) {
        model.addAttribute("photos", photos.of(stamp));
        return show(form, stamp, problems, reader, model);
    }

    private String show(PortalForm form, FormStamp stamp, Map<String, String> problems, Locale reader, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("stamp", stamps.write(stamp));
        model.addAttribute("problems", problems);
        model.addAttribute("shops", shops.names());
        model.addAttribute("wishes", Wish.values());
        model.addAttribute("room", photos.room());
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("wording", wording.in(reader));
        return "portal/form";
    }
}
