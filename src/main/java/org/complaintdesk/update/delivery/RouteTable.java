package org.complaintdesk.update.delivery;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.complaintdesk.customer.UpdateKind;
import org.complaintdesk.platform.TableColumn;
import org.complaintdesk.platform.TableUnderCheck;
import org.complaintdesk.platform.TableUse;
import org.complaintdesk.platform.Wording;
import org.complaintdesk.update.Route;
import org.springframework.stereotype.Component;

/** What {@link RouteChoice} reads in {@code update-route}: an update waits only for a busy address or the end of the night. */
@Component
class RouteTable implements TableUse {

    private final Wording wording;

    RouteTable(Wording wording) {
        this.wording = wording;
    }

    @Override
    public String table() {
        return "update-route";
    }

    @Override
    public Map<String, TableColumn> columns() {
        Set<String> kinds = new TreeSet<>(Stream.of(UpdateKind.values()).map(Enum::name).toList());
        kinds.add("STAFF_NOTICE");
        return Map.of("kind", TableColumn.words("UpdateKind", kinds), "channel", TableColumn.channels(),
                "route", TableColumn.words("policy.word.route", Stream.of(Route.values()).map(Enum::name).toList()));
    }

    @Override
    public void check(TableUnderCheck table) {
        for (String kind : columns().get("kind").words()) {
            if (route(table, kind, true).contains(Route.WAIT.name())) {
                table.refuse(-1, wording.text("policy.waits-for-nothing", kind));
            }
            if (route(table, kind, false).contains(Route.MAIL.name())) {
                table.refuse(-1, wording.text("policy.mail-without-address", kind));
            }
        }
    }

    /** By day, and when nobody has written to the address. */
    private static List<Object> route(TableUnderCheck table, String kind, boolean hasEmail) {
        return table.evaluate(Map.of("doNotContact", false, "kind", kind, "channel", "WEB", "hasEmail", hasEmail,
                "addressBusy", false, "quietHours", false)).stream().map(row -> row.get("route")).toList();
    }
}
