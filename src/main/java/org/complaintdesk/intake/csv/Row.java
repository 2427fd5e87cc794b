package org.complaintdesk.intake.csv;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.complaintdesk.complaint.Channel;
import org.complaintdesk.customer.Contact;
import org.complaintdesk.customer.OrderStatus;
import org.complaintdesk.identity.ShopScope;
import org.complaintdesk.platform.CleanText;
import org.complaintdesk.platform.Wording;
import org.complaintdesk.policy.Money;

/** One row, read column by column. What cannot be read is noted as a problem and read as null. */
final class Row {

    /** So much of a value that cannot be read is repeated. */
    private static final int SHOWN = 60;

    private final CsvImport file;
    private final List<String> cells;
    private final ShopScope seen;
    private final Wording wording;
    private final Clock clock;
    private final List<Problem> problems = new ArrayList<>();
    /** Its cells stand in the wrong columns, so what they say there is no help. */
    private final boolean torn;

    /** @param seen the shops of whoever uploaded the file */
    Row(CsvImport file, List<String> cells, ShopScope seen, Wording wording, Clock clock) {
        this.file = file;
        this.cells = cells;
        this.seen = seen;
        this.wording = wording;
        this.clock = clock;
        this.torn = cells.size() > file.layout().headers().size();
        if (torn) {
            problems.add(new Problem("", wording.text("import.too-many-cells", cells.size(), file.layout().headers().size())));
        }
    }

    private interface Reading<T> {
        T of(String value) throws Unreadable;
    }

    /** @return what the column says, several lines allowed; null for nothing */
    String text(Column column, int longest) {
        return written(column, CleanText.of(Cell.text(cell(column))), longest);
    }

    /** @return a name or the like, in one line; null for nothing */
    String line(Column column, int longest) {
        return written(column, CleanText.of(Cell.text(cell(column)).replaceAll("\\s+", " ")), longest);
    }

    /** @return a number, address or the like that must not be a digit off; null for nothing */
    String id(Column column, int longest) {
        return checked(column, read(column, Values::id), longest);
    }

    String shop() {
        String shop = line(Column.SHOP, 100);
        String about = required(Column.SHOP, shop == null ? file.shop() : shop);
        if (!seen.includes(about)) {
            wrong(Column.SHOP, wording.text("shops.not-theirs"));
        }
        return about;
    }

    Channel platform() {
        Channel platform = value(Column.PLATFORM).isEmpty() ? file.platform() : read(Column.PLATFORM, Values::platform);
        return required(Column.PLATFORM, platform);
    }

    /** @return who wrote; whether the details can be true is left to the customer file */
    Contact contact() {
        return new Contact(line(Column.CUSTOMER, 100), id(Column.EMAIL, 254), id(Column.PHONE, 40), id(Column.PLATFORM_ID, 100));
    }

    /** @return 1 to 5; 0 for a problem */
    int rating() {
        Integer rating = required(Column.RATING, read(Column.RATING, Values::rating));
        return rating == null ? 0 : rating;
    }

    /** @return what the column says of an order's state; {@link OrderStatus#OTHER} when it says nothing we understand */
    OrderStatus orderStatus() {
        return OrderStatus.of(value(Column.ORDER_STATUS));
    }

    /** @return the number of the file */
    long file() {
        return file.id();
    }

    /** @return the user id of whoever uploaded the file */
    String uploadedBy() {
        return file.uploadedBy();
    }

    Instant moment(Column column) {
        return read(column, value -> Moments.moment(value, clock.getZone()));
    }

    Money amount(Column column) {
        return read(column, Values::amount);
    }

    /** Notes a missing value, unless the reason why there is none is known already. */
    <T> T required(Column column, T value) {
        if (value == null && problems.stream().noneMatch(problem -> problem.header().equals(header(column)))) {
            wrong(column, wording.text("import.empty"));
        }
        return value;
    }

    void wrong(Column column, String reason) {
        if (torn) {
            return;
        }
        problems.add(new Problem(column == null ? "" : header(column), reason));
    }

    List<Problem> problems() {
        return problems;
    }

    private <T> T read(Column column, Reading<T> reading) {
        String value = value(column);
        if (value.isEmpty()) {
            return null;
        }
        try {
            return reading.of(value);
        } catch (Unreadable e) {
            wrong(column, wording.text(e.getMessage(), CleanText.cut(e.value(), SHOWN)));
            return null;
        }
    }

    private String written(Column column, String text, int longest) {
        return text == null || Cell.value(text).isEmpty() ? null : checked(column, text, longest);
    }

    private String checked(Column column, String text, int longest) {
        if (text != null && text.length() > longest) {
            wrong(column, wording.text("import.too-long", longest, text.length()));
            return null;
        }
        return text;
    }

    private String header(Column column) {
        return file.layout().header(column, wording.of(column));
    }

    private String value(Column column) {
        return Cell.value(cell(column));
    }

    private String cell(Column column) {
        int place = file.layout().place(column);
        return place < 0 || place >= cells.size() ? "" : cells.get(place);
    }
}
