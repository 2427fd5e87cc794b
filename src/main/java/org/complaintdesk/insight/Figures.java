package org.complaintdesk.insight;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.complaintdesk.complaint.Stage;
import org.complaintdesk.identity.ShopScope;
import org.complaintdesk.identity.Shops;
import org.complaintdesk.insight.FigureSheet.OfShop;
import org.complaintdesk.platform.Wording;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** The figures of the shops that whoever is signed in sees. */
@Component
class Figures {

    private static final String CASES = "/cases";
    /** Shops nobody configured follow those of the settings; more would be no overview. */
    private static final int SHOPS = 50;

    private final Snapshots snapshots;
    private final Shops shops;
    private final InsightProperties settings;
    private final Wording wording;
    private final Clock clock;

    Figures(Snapshots snapshots, Shops shops, InsightProperties settings, Wording wording, Clock clock) {
        this.snapshots = snapshots;
        this.shops = shops;
        this.settings = settings;
        this.wording = wording;
        this.clock = clock;
    }

    FigureSheet now() {
        Snapshot snapshot = snapshots.latest();
        ShopScope seen = shops.seenNow();
        List<OpenRow> open = snapshot.open().stream().filter(row -> seen.includes(row.shop())).toList();
        return new FigureSheet(wording.moment(clock.instant()), urgent(open, null), stages(open), today(snapshot, seen::includes, null),
                ofShops(open, snapshot, seen));
    }

    private List<Figure> urgent(List<OpenRow> open, String shop) {
        return List.of(
                figure("overdue", sum(open, OpenRow::overdue), shop, true, "overdue", true),
                figure("dueSoon", sum(open, OpenRow::dueSoon), shop, false, "dueWithin", settings.dueSoon()),
                figure("escalated", sum(open, OpenRow::escalated), shop, true, "escalated", true),
                figure("mailFailed", sum(open, OpenRow::mailFailed), shop, true, "mailFailed", true));
    }

    private List<Figure> stages(List<OpenRow> open) {
        return Stream.of(Stage.values()).filter(stage -> stage != Stage.CLOSED)
                .map(stage -> new Figure(stage.name(), wording.of(stage),
                        sum(open.stream().filter(row -> row.stage() == stage).toList(), OpenRow::open),
                        href(null, "stage", stage), false)).toList();
    }

    private List<Figure> today(Snapshot snapshot, Predicate<String> seen, String shop) {
        return List.of(
                figure("received", sum(snapshot.received(), seen), shop, false, "receivedOn", snapshot.today()),
                figure("closed", sum(snapshot.closed(), seen), shop, false, "closedOn", snapshot.today()));
    }

    private List<OfShop> ofShops(List<OpenRow> open, Snapshot snapshot, ShopScope seen) {
        List<String> mine = Stream.of(shops.configured().stream(), open.stream().map(OpenRow::shop).sorted(),
                        snapshot.received().stream().map(Snapshot.OfShop::shop).sorted(),
                        snapshot.closed().stream().map(Snapshot.OfShop::shop).sorted())
                .flatMap(Function.identity()).filter(Objects::nonNull).filter(seen::includes).distinct().limit(SHOPS).toList();
        return mine.size() < 2 ? List.of() : mine.stream().map(shop -> new OfShop(shop,
                Stream.concat(urgent(open.stream().filter(row -> shop.equals(row.shop())).toList(), shop).stream(),
                        today(snapshot, shop::equals, shop).stream()).toList())).toList();
    }

    private Figure figure(String key, long count, String shop, boolean alarming, String parameter, Object value) {
        return new Figure(key, wording.text("insight.figure." + key, settings.dueSoon().toHours()), count,
                href(shop, parameter, value), alarming && count > 0);
    }

    private static String href(String shop, String parameter, Object value) {
        UriComponentsBuilder list = UriComponentsBuilder.fromPath(CASES).queryParam(parameter, value);
        return (shop == null ? list.encode().build() : list.queryParam("shop", "{shop}").encode().buildAndExpand(shop)).toUriString();
    }

    private static long sum(List<OpenRow> rows, ToLongFunction<OpenRow> column) {
        return rows.stream().mapToLong(column).sum();
    }

    private static long sum(List<Snapshot.OfShop> rows, Predicate<String> seen) {
        return rows.stream().filter(row -> seen.test(row.shop())).mapToLong(Snapshot.OfShop::count).sum();
    }
}
