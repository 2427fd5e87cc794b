package org.complaintdesk.intake.portal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.complaintdesk.complaint.Channel;
import org.complaintdesk.complaint.NewComplaint;
import org.complaintdesk.customer.Contact;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.platform.CleanText;
import org.complaintdesk.platform.InvalidInput;
import org.complaintdesk.platform.Wording;
import org.springframework.stereotype.Component;

/** Reads the form and says everything that is wrong with it at once. */
@Component
class FormReader {

    private static final int SHOP = 100;
    private static final int ORDER = 64;
    private static final int DESCRIPTION = 10_000;
    private static final int WISH = 1_500;
    private static final int NAME = 100;
    private static final int YEARS = 10;
    private static final String SOMEONE = "x";

    private final PortalShops shops;
    private final Customers customers;
    private final Wording wording;
    private final Clock clock;

    FormReader(PortalShops shops, Customers customers, Wording wording, Clock clock) {
        this.shops = shops;
        this.customers = customers;
        this.wording = wording;
        this.clock = clock;
    }

    Reading read(PortalForm form, Locale reader) {
        Problems problems = new Problems(wording.in(reader));
        String shop = problems.line("shop", form.shop(), SHOP);
        if (shop == null) {
            problems.add("shop", shops.names().isEmpty() ? "shop.missing" : "shop.choose");
        } else if (!shops.takes(shop)) {
            problems.add("shop", "shop.choose");
        }
        String order = problems.line("orderNumber", form.orderNumber(), ORDER);
        String description = problems.text("description", form.description(), DESCRIPTION);
        if (description == null) {
            problems.add("description", "description.missing");
        }
        Optional<LocalDate> occurred = occurred(form.occurredOn(), problems);
        String wish = wish(form, problems);
        Contact contact = contact(form, problems);
        NewComplaint complaint = new NewComplaint(shop, channel(shop, contact), null, order, null, description,
                occurred.map(day -> day.atStartOfDay(clock.getZone()).toInstant()).orElse(null), wish, contact,
                null, false, reader.getLanguage());
        return new Reading(problems.found.isEmpty() ? complaint : null, problems.found);
    }

    /** Someone who can only be reached in a platform's chat is answered there. */
    private Channel channel(String shop, Contact contact) {
        return contact.email() == null && contact.phone() == null ? shops.platformOf(shop).orElse(Channel.WEB) : Channel.WEB;
    }

    private Optional<LocalDate> occurred(String text, Problems problems) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        LocalDate today = LocalDate.now(clock);
        Optional<LocalDate> day = Dates.read(text);
        if (day.isEmpty()) {
            problems.add("occurredOn", "occurredOn.unreadable");
        } else if (day.get().isAfter(today) || day.get().isBefore(today.minusYears(YEARS))) {
            problems.add("occurredOn", "occurredOn.out-of-range");
        }
        return day;
    }

    /** In the installation's language: colleagues read it. */
    private String wish(PortalForm form, Problems problems) {
        String own = problems.text("wishText", form.wishText(), WISH);
        String chosen = Arrays.stream(Wish.values()).filter(wish -> form.wishes().contains(wish.name())).map(wording::of)
                .collect(Collectors.joining(wording.text("portal.wish.and")));
        return Stream.of(chosen, own).filter(text -> text != null && !text.isEmpty()).reduce((a, b) -> a + "\n" + b).orElse(null);
    }

    private Contact contact(PortalForm form, Problems problems) {
        Contact contact = new Contact(problems.line("customerName", form.customerName(), NAME), CleanText.of(form.email()),
                CleanText.of(form.phone()), CleanText.of(form.platformId()));
        if (contact.name() == null) {
            problems.add("customerName", "customerName.missing");
        }
        if (Stream.of(contact.email(), contact.phone(), contact.platformId()).allMatch(Objects::isNull)) {
            problems.add("contact", "contact.missing");
        }
        checked("email", new Contact(SOMEONE, contact.email(), null, null), problems);
        checked("phone", new Contact(SOMEONE, null, contact.phone(), null), problems);
        checked("platformId", new Contact(SOMEONE, null, null, contact.platformId()), problems);
        return contact;
    }

    private void checked(String field, Contact contact, Problems problems) {
        try {
            customers.check(contact);
        } catch (InvalidInput invalid) {
            problems.add(field, field + ".invalid");
        }
    }

    /** At most one problem by field. */
    private record Problems(Wording wording, Map<String, String> found) {

        Problems(Wording wording) {
            this(wording, new LinkedHashMap<>());
        }

        void add(String field, String key, Object... arguments) {
            found.putIfAbsent(field, wording.text("portal.problem." + key, arguments));
        }

        String line(String field, String text, int most) {
            String clean = text(field, text, most);
            if (clean != null && clean.contains("\n")) {
                add(field, "one-line");
            }
            return clean;
        }

        String text(String field, String text, int most) {
            String clean = CleanText.of(text);
            if (clean != null && clean.length() > most) {
                add(field, "too-long", most, clean.length() - most);
            }
            return clean;
        }
    }
}
