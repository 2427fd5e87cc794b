package org.complaintdesk.update.delivery;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.complaintdesk.platform.DecisionTables;
import org.complaintdesk.update.Audience;
import org.complaintdesk.update.CustomerUpdate;
import org.complaintdesk.update.Route;
import org.complaintdesk.update.SendingTimes;
import org.complaintdesk.update.WaitReason;
import org.springframework.stereotype.Component;

/** Asks the table update-route how an update reaches its reader, as things stand now. */
@Component
class RouteChoice {

    private static final String STAFF_NOTICE = "STAFF_NOTICE";

    private final DecisionTables tables;
    private final DoNotContact doNotContact;
    private final KnownAddress address;
    private final SendingTimes times;

    RouteChoice(DecisionTables tables, DoNotContact doNotContact, KnownAddress address, SendingTimes times) {
        this.tables = tables;
        this.doNotContact = doNotContact;
        this.address = address;
        this.times = times;
    }

    /**
     * @param until when to choose again; null unless the route is WAIT
     * @param why   why it waits, null when it does not
     */
    record Choice(Route route, Instant until, WaitReason why) {
    }

    Choice of(CustomerUpdate update) {
        if (update.isGathering()) {
            return new Choice(Route.WAIT, update.waitUntil(), update.waitReason());
        }
        if (update.saysNothing()) {
            return new Choice(Route.KEEP, null, null);
        }
        Optional<Instant> addressFree = times.addressFreeAt(update);
        Optional<Instant> quietUntil = times.quietUntil();
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("doNotContact", doNotContact.appliesTo(update));
        inputs.put("kind", update.audience() == Audience.STAFF ? STAFF_NOTICE : update.kind());
        inputs.put("channel", update.channel());
        inputs.put("hasEmail", address.isUsableFor(update));
        inputs.put("addressBusy", addressFree.isPresent());
        inputs.put("quietHours", quietUntil.isPresent());
        Route route = Route.valueOf((String) tables.evaluate("update-route", inputs).get(0).get("route"));
        if (route != Route.WAIT) {
            return new Choice(route, null, null);
        }
        return addressFree.map(free -> new Choice(route, free, WaitReason.ADDRESS_BUSY))
                .orElseGet(() -> new Choice(route, quietUntil.orElseThrow(), WaitReason.QUIET_HOURS));
    }
}
