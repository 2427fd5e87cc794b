package org.complaintdesk.ledger;

import java.util.List;
import java.util.Optional;
import org.complaintdesk.complaint.Channel;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.deadline.AlarmLevel;
import org.complaintdesk.deadline.ClockKey;
import org.complaintdesk.deadline.ClockName;
import org.complaintdesk.identity.Shops;
import org.complaintdesk.platform.Wording;
import org.complaintdesk.uptime.LateAlarm;
import org.complaintdesk.uptime.LateAlarms;
import org.complaintdesk.uptime.Outage;
import org.complaintdesk.uptime.Outages;
import org.springframework.stereotype.Component;

/** The alarms that came late, and the times in which the desk was down. */
@Component
class LateList {

    private static final int OUTAGES = 5;

    private final LateAlarms alarms;
    private final Outages outages;
    private final Complaints complaints;
    private final Shops shops;
    private final TimeWords times;
    private final Wording wording;

    LateList(LateAlarms alarms, Outages outages, Complaints complaints, Shops shops, TimeWords times, Wording wording) {
        this.alarms = alarms;
        this.outages = outages;
        this.complaints = complaints;
        this.shops = shops;
        this.times = times;
        this.wording = wording;
    }

    long count(int most) {
        return alarms.count(null, shops.seenNow().hidden(), most);
    }

    List<BoardRow> rows(int page, int size) {
        return alarms.latest(null, shops.seenNow().hidden(), (long) page * size, size).stream().map(this::row).toList();
    }

    /** @return the latest times the desk was down, each in a sentence */
    List<String> outages() {
        return outages.latest(OUTAGES, shops.seenNow().hidden()).stream().map(outage -> wording.text("deadlines.outage", wording.moment(outage.from()),
                wording.moment(outage.until()), times.wall(outage.length()), outage.late())).toList();
    }

    private BoardRow row(LateAlarm alarm) {
        ClockName name = ClockName.valueOf(alarm.clock());
        Optional<Complaint> complaint = complaints.find(alarm.caseNumber());
        return new BoardRow(alarm.caseNumber(), ClockCard.id(new ClockKey(alarm.caseNumber(), name, alarm.subject())), wording.of(name),
                complaint.map(known -> wording.of(known.severity())).orElse(""),
                complaint.map(Complaint::channel).map((Channel channel) -> wording.of(channel)).orElse(""),
                complaint.map(Complaint::shop).orElse(""), alarm.moment(), wording.moment(alarm.moment()), false,
                wording.text("deadlines.raised", wording.of(AlarmLevel.valueOf(alarm.level())), wording.moment(alarm.raisedAt()),
                        times.wall(alarm.late())), cause(alarm), null, null);
    }

    private String cause(LateAlarm alarm) {
        return switch (alarm.cause()) {
            case LOAD -> wording.text("deadlines.cause.LOAD");
            case OUTAGE -> down(outages.get(alarm.outage().orElseThrow()));
        };
    }

    private String down(Outage outage) {
        return wording.text("deadlines.cause.OUTAGE", wording.moment(outage.from()), wording.moment(outage.until()));
    }
}
