package org.complaintdesk.intake.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.complaintdesk.complaint.Channel;
import org.complaintdesk.identity.Shops;
import org.complaintdesk.identity.SignedIn;
import org.complaintdesk.platform.CleanText;
import org.complaintdesk.platform.InvalidInput;
import org.complaintdesk.platform.Wording;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Files that people upload: checked at once, taken in by a process. */
@Service
class Imports {

    private static final int NAME_LENGTH = 200;
    private static final int SHOP_LENGTH = 100;

    private final SheetReader reader;
    private final ImportStore store;
    private final ImportProcess process;
    private final Map<ImportKind, RowTarget> targets;
    private final Shops shops;
    private final SignedIn signedIn;
    private final TransactionTemplate transaction;
    private final Wording wording;
    private final Clock clock;

    Imports(SheetReader reader, ImportStore store, ImportProcess process, List<RowTarget> targets, Shops shops,
            SignedIn signedIn, TransactionTemplate transaction, Wording wording, Clock clock) {
        this.reader = reader;
        this.store = store;
        this.process = process;
        this.targets = targets.stream().collect(Collectors.toMap(RowTarget::kind, Function.identity()));
        this.shops = shops;
        this.signedIn = signedIn;
        this.transaction = transaction;
        this.wording = wording;
        this.clock = clock;
    }

    /**
     * @param sent at least one
     * @throws InvalidInput when there are more: all but the first would be forgotten without a word
     */
    <T> T only(List<T> sent) {
        if (sent.size() > 1) {
            throw reader.refused("import.file.several", sent.size());
        }
        return sent.get(0);
    }

    /**
     * Keeps all rows of a file and starts taking them in.
     *
     * @param shop     for rows that name none; may be null
     * @param platform for rows that name none; may be null
     * @param who      the user id of whoever uploads
     * @return the file's id
     * @throws InvalidInput when the file cannot be read as a list of this kind; then nothing of it is kept
     */
    long upload(ImportKind kind, Upload upload, String shop, Channel platform, String who) {
        String shopOfAll = CleanText.of(shop);
        if (shopOfAll != null && shopOfAll.length() > SHOP_LENGTH) {
            throw new InvalidInput("shop", wording.text("import.too-long", SHOP_LENGTH, shopOfAll.length()));
        }
        shops.checkSeen(shopOfAll);
        Set<Column> given = EnumSet.noneOf(Column.class);
        if (shopOfAll != null) {
            given.add(Column.SHOP);
        }
        if (platform != null) {
            given.add(Column.PLATFORM);
        }
        Upload named = new Upload(name(upload.name()), upload.content());
        Sheet sheet = reader.open(named, targets.get(kind), given);
        return transaction.execute(status -> keep(kind, sheet, shopOfAll, platform, who));
    }

    private long keep(ImportKind kind, Sheet sheet, String shop, Channel platform, String who) {
        long id = store.add(kind, sheet, shop, platform, who, clock.instant());
        LostDigits digits = new LostDigits(sheet.layout());
        try (Stream<FileRow> rows = sheet.rows()) {
            if (store.stage(id, rows.peek(digits::look)) == 0) {
                throw reader.refused("import.file.no-rows");
            }
        } catch (CsvParseException e) {
            throw reader.malformed(e);
        }
        digits.lostIn().ifPresent(header -> {
            throw reader.refused("import.file.digits-lost", header);
        });
        process.begin(id);
        return id;
    }

    Optional<CsvImport> find(long id) {
        String only = whoseOnly();
        return store.find(id).filter(file -> only == null || file.uploadedBy().equals(only));
    }

    List<CsvImport> latest(int count) {
        return store.latest(whoseOnly(), count);
    }

    /** A file may hold rows of any shop: others' files are for those who see every shop. */
    private String whoseOnly() {
        return shops.seenNow().hidden().isEmpty() ? null : signedIn.person().orElse("");
    }

    ImportState state(CsvImport file) {
        if (file.isFinished()) {
            return ImportState.DONE;
        }
        if (process.isStopped(file.id())) {
            return ImportState.STOPPED;
        }
        return file.done() == 0 ? ImportState.WAITING : ImportState.RUNNING;
    }

    List<Reject> rejects(CsvImport file, int count) {
        return store.rejects(file.id(), count);
    }

    RowTarget target(ImportKind kind) {
        return targets.get(kind);
    }

    /** Without the folders that some browsers send along. */
    private String name(String sent) {
        String name = CleanText.of(sent == null ? null : sent.replaceAll("^.*[/\\\\]", "").replaceAll("\\s+", " "));
        return name == null ? wording.text("import.unnamed") : CleanText.cut(name, NAME_LENGTH);
    }
}
