package org.complaintdesk.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.complaintdesk.evidence.Samples.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.complaintdesk.evidence.EvidenceRefused.Reason;
import org.complaintdesk.platform.InvalidInput;
import org.complaintdesk.platform.Wording;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

@DeskTest
class EvidenceFilesTests {

    @Autowired EvidenceFiles files;
    @Autowired EvidenceStore store;
    @Autowired Contents contents;
    @Autowired ContentType types;
    @Autowired SmallPictures pictures;
    @Autowired DropDrafts drafts;
    @Autowired TransactionTemplate transaction;
    @Autowired Wording wording;
    @Autowired Clock clock;
    @Autowired JdbcClient jdbc;

    private final String number = "C-20990101-" + UUID.randomUUID().toString().substring(0, 6);
    private final String draft = UUID.randomUUID().toString();
    private final AtomicReference<Scan> verdict = new AtomicReference<>(Scan.CLEAN);

    @AfterEach
    void presentTime() {
        ClockUtil.reset();
    }

    @Test
    void photo_is_kept_with_its_checksum_who_and_when() throws Exception {
        byte[] photo = Samples.jpeg();
        StoredFile kept = files.store(new NewFile(number, "../../破损\u202E.jpg", new ByteArrayResource(photo), Origin.MAIL,
                "wang@example.com", "  瓶口破损 "));

        assertThat(files.of(number)).usingRecursiveFieldByFieldElementComparatorIgnoringFields("at").containsExactly(kept);
        assertThat(kept.name()).isEqualTo("破损.jpg");
        assertThat(kept.type()).isEqualTo("image/jpeg");
        assertThat(kept.size()).isEqualTo(photo.length);
        assertThat(kept.sha256()).isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(photo)));
        assertThat(kept.by()).isEqualTo("wang@example.com");
        assertThat(kept.note()).isEqualTo("瓶口破损");
        assertThat(kept.scan()).isEqualTo(Scan.NOT_SCANNED);
        assertThat(kept.hasThumbnail()).isTrue();
        assertThat(bytes(files.open(kept.id()).orElseThrow())).isEqualTo(photo);
        assertThat(files.thumbnail(number, kept.id()).orElseThrow().type()).isEqualTo("image/jpeg");
    }

    @Test
    void large_file_comes_back_as_it_was_sent() throws IOException {
        byte[] film = Samples.joined(Samples.MP4, new byte[3 * Contents.PIECE]);
        film[film.length - 1] = 7;
        StoredFile kept = files.store(file(number, "开箱.mp4", film));
        assertThat(kept.hasThumbnail()).isFalse();
        assertThat(bytes(files.open(kept.id()).orElseThrow())).isEqualTo(film);

        byte[] whole = Arrays.copyOf(film, 2 * Contents.PIECE);
        assertThat(bytes(files.open(files.store(file(number, "x.mp4", whole)).id()).orElseThrow())).isEqualTo(whole);
    }

    @Test
    void same_content_again_is_kept_once() {
        StoredFile first = files.store(file(number, "a.jpg", Samples.jpeg()));
        assertThat(files.store(file(number, "b.jpg", Samples.jpeg())).id()).isEqualTo(first.id());
        assertThat(files.of(number)).extracting(StoredFile::name).containsExactly("a.jpg");
        assertThat(files.store(file(number + "x", "b.jpg", Samples.jpeg())).id()).isNotEqualTo(first.id());
    }

    @Test
    void same_content_from_two_sides_at_once_is_kept_once() {
        List<UUID> ids = IntStream.range(0, 8).parallel().mapToObj(i -> files.store(file(number, i + ".jpg", Samples.jpeg())).id()).toList();
        assertThat(ids).hasSize(8).containsOnly(ids.get(0));
        assertThat(files.of(number)).hasSize(1);
    }

    @Test
    void what_is_refused_leaves_nothing_behind() {
        refused(Reason.EMPTY, "x.jpg", new byte[0]);
        refused(Reason.TYPE, "photo.jpg", Samples.HTML);
        refused(Reason.TYPE, "photo.svg", Samples.SVG);
        refused(Reason.TYPE, "photo.jpg.exe", Samples.PROGRAM);
        refused(Reason.TYPE, "zeros.jpg", new byte[5_000]);
        refused(Reason.TOO_LARGE, "film.mp4", Samples.joined(Samples.MP4, new byte[25 * 1024 * 1024]));
        assertThat(files.of(number)).isEmpty();
        assertThat(pieces()).isZero();
    }

    @Test
    void endless_file_is_not_read_to_its_end() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        };
        NewFile file = new NewFile(number, "x.txt", () -> endless, Origin.CUSTOMER, null, null);
        assertThat(catchThrowableOfType(EvidenceRefused.class, () -> files.store(file)).reason()).isEqualTo(Reason.TOO_LARGE);
        nothingIsLeftOnDisk();
    }

    @Test
    void truncated_and_enormous_pictures_are_kept_without_a_thumbnail() throws IOException {
        byte[] truncated = Arrays.copyOf(Samples.jpeg(), 300);
        StoredFile kept = files.store(file(number, "x.jpg", truncated));
        assertThat(kept.hasThumbnail()).isFalse();
        assertThat(files.thumbnail(kept.id())).isEmpty();
        assertThat(bytes(files.open(kept.id()).orElseThrow())).isEqualTo(truncated);
        assertThat(files.store(file(number, "bomb.png", Samples.pngBomb(50_000, 50_000))).hasThumbnail()).isFalse();
    }

    @Test
    void customer_who_sends_too_much_does_not_take_the_room_of_staff() {
        EvidenceFiles small = files(new EvidenceProperties(DataSize.ofMegabytes(1), 3, DataSize.ofKilobytes(60), 2, 64, null, Duration.ofSeconds(5)));
        for (int i = 1; i <= 3; i++) {
            small.store(fromCustomer(Samples.picture("png", i, 1)));
        }
        EvidenceRefused full = catchThrowableOfType(EvidenceRefused.class, () -> small.store(fromCustomer(Samples.PDF)));
        assertThat(full.reason()).isEqualTo(Reason.TOO_MANY);
        assertThat(full.getMessage()).isEqualTo("最多 3 个文件，已经满了，“x”没有保存。");
        assertThat(full.field()).isEqualTo("files");

        small.store(file(number, "x.mp4", Samples.joined(Samples.MP4, new byte[50_000])));
        EvidenceRefused much = catchThrowableOfType(EvidenceRefused.class, () -> small.store(file(number, "y.mp4", Samples.joined(Samples.MOV, new byte[20_000]))));
        assertThat(much.reason()).isEqualTo(Reason.TOO_MUCH);
        assertThat(files.of(number)).hasSize(4);
    }

    @Test
    void draft_for_a_case_that_is_full_is_refused_before_it_is_sent() {
        EvidenceFiles small = files(new EvidenceProperties(DataSize.ofMegabytes(1), 3, DataSize.ofMegabytes(1), 2, 64, null, Duration.ofSeconds(5)));
        small.store(fromCustomer(Samples.picture("png", 1, 1)));
        small.store(fromCustomer(Samples.picture("png", 2, 1)));
        small.keep(draft, fromCustomer(Samples.picture("png", 3, 1)));

        EvidenceRefused full = catchThrowableOfType(EvidenceRefused.class, () -> small.keep(draft, fromCustomer(Samples.PDF)));

        assertThat(full.reason()).isEqualTo(Reason.TOO_MANY);
        assertThat(full.limit()).isEqualTo(3);
    }

    @Test
    void note_that_is_too_long_is_said_so() {
        assertThatThrownBy(() -> files.store(new NewFile(number, "x.pdf", new ByteArrayResource(Samples.PDF), Origin.STAFF, "amy", "长".repeat(501))))
                .isInstanceOf(InvalidInput.class).hasMessage("“文件说明”最多 500 个字，现在有 501 个字，请缩短。");
    }

    @Test
    void file_goes_with_the_transaction_it_came_in() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
            files.store(file(number, "x.pdf", Samples.PDF));
            throw new IllegalStateException("The case cannot be registered");
        })).isInstanceOf(IllegalStateException.class);
        assertThat(files.of(number)).isEmpty();
        assertThat(pieces()).isZero();
        nothingIsLeftOnDisk();
    }

    @Test
    void files_of_a_draft_become_files_of_the_case() throws IOException {
        StoredFile photo = files.keep(draft, fromCustomer(Samples.jpeg()));
        StoredFile wrong = files.keep(draft, fromCustomer(Samples.PDF));
        files.drop("another draft", List.of(photo.id().toString()));
        files.drop(draft, List.of(wrong.id().toString()));
        assertThat(files.kept(draft)).extracting(StoredFile::id).containsExactly(photo.id());
        assertThat(files.open(number, photo.id())).isEmpty();

        assertThat(files.attach(draft, number)).extracting(StoredFile::id, StoredFile::caseNumber).containsExactly(
                tuple(photo.id(), number));
        assertThat(files.kept(draft)).isEmpty();
        assertThat(files.attach(draft, number)).isEmpty();
        assertThat(bytes(files.open(number, photo.id()).orElseThrow())).isEqualTo(Samples.jpeg());
    }

    @Test
    void draft_with_a_file_the_case_has_already_adds_nothing() {
        StoredFile there = files.store(file(number, "a.jpg", Samples.jpeg()));
        files.keep(draft, fromCustomer(Samples.jpeg()));
        assertThat(files.attach(draft, number)).extracting(StoredFile::id).containsExactly(there.id());
        assertThat(files.of(number)).hasSize(1);
        assertThat(files.kept(draft)).isEmpty();
    }

    @Test
    void draft_takes_only_so_many_files_and_is_forgotten_after_a_day() {
        for (int i = 1; i <= 9; i++) {
            files.keep(draft, fromCustomer(Samples.picture("png", i, 2)));
        }
        assertThat(catchThrowableOfType(EvidenceRefused.class, () -> files.keep(draft, fromCustomer(Samples.PDF))).limit()).isEqualTo(9);
        ClockUtil.offset(Duration.ofHours(23).toMillis());
        drafts.drop();
        assertThat(files.kept(draft)).hasSize(9);
        ClockUtil.offset(Duration.ofHours(25).toMillis());
        drafts.drop();
        assertThat(files.kept(draft)).isEmpty();
    }

    @Test
    void file_of_one_case_is_not_opened_through_another() {
        UUID id = files.store(file(number, "x.jpg", Samples.jpeg())).id();
        assertThat(files.open("C-20990101-999999", id)).isEmpty();
        assertThat(files.thumbnail("C-20990101-999999", id)).isEmpty();
        assertThat(files.openUnscanned("C-20990101-999999", id)).isEmpty();
        assertThat(files.open(number, UUID.randomUUID())).isEmpty();
    }

    @Test
    void virus_is_refused() {
        verdict.set(Scan.INFECTED);
        EvidenceRefused refused = catchThrowableOfType(EvidenceRefused.class, () -> scanning().store(file(number, "发票.pdf", Samples.PDF)));
        assertThat(refused.reason()).isEqualTo(Reason.INFECTED);
        assertThat(refused).hasMessage("“发票.pdf”含有病毒，没有保存。请换一个文件。");
        assertThat(files.of(number)).isEmpty();
    }

    @Test
    void file_that_came_while_the_scanner_was_down_is_given_out_only_to_staff_who_insist_until_it_is_scanned() throws IOException {
        verdict.set(Scan.PENDING);
        UUID id = scanning().store(file(number, "x.jpg", Samples.jpeg())).id();
        assertThat(files.open(number, id)).isEmpty();
        assertThat(files.thumbnail(number, id)).isPresent();
        assertThat(bytes(files.openUnscanned(number, id).orElseThrow())).isEqualTo(Samples.jpeg());

        later().scan();
        assertThat(files.open(number, id)).isEmpty();
        verdict.set(Scan.CLEAN);
        later().scan();
        assertThat(files.of(number)).extracting(StoredFile::scan).containsExactly(Scan.CLEAN);
        assertThat(files.open(number, id)).isPresent();
    }

    @Test
    void of_a_virus_found_later_only_the_note_remains() {
        verdict.set(Scan.PENDING);
        UUID id = scanning().store(file(number, "x.jpg", Samples.jpeg())).id();
        verdict.set(Scan.INFECTED);
        later().scan();
        assertThat(files.of(number)).extracting(StoredFile::scan, StoredFile::hasThumbnail)
                .containsExactly(tuple(Scan.INFECTED, false));
        assertThat(files.open(number, id)).isEmpty();
        assertThat(files.openUnscanned(number, id)).isEmpty();
        assertThat(pieces()).isZero();
        verdict.set(Scan.PENDING);
        assertThatThrownBy(() -> scanning().store(file(number, "y.jpg", Samples.jpeg()))).isInstanceOf(EvidenceRefused.class);
    }

    @Test
    void erased_case_has_no_files() {
        files.store(file(number, "x.jpg", Samples.jpeg()));
        files.erase(List.of(number, "C-20990101-999999"));
        assertThat(files.of(number)).isEmpty();
        assertThat(pieces()).isZero();
    }

    private void refused(Reason reason, String name, byte[] content) {
        EvidenceRefused refused = catchThrowableOfType(EvidenceRefused.class, () -> files.store(file(number, name, content)));
        assertThat(refused.reason()).isEqualTo(reason);
        assertThat(refused.getMessage()).contains(name).contains("没有保存");
        assertThat(refused.in(wording)).isEqualTo(refused.getMessage());
    }

    private NewFile fromCustomer(byte[] content) {
        return new NewFile(number, "x", new ByteArrayResource(content), Origin.CUSTOMER, null, null);
    }

    private EvidenceFiles scanning() {
        return files(new EvidenceProperties(DataSize.ofMegabytes(25), 30, DataSize.ofMegabytes(200), 9, 64, null, Duration.ofSeconds(5)));
    }

    private EvidenceFiles files(EvidenceProperties settings) {
        return new EvidenceFiles(new Inspection(settings, types, content -> verdict.get(), pictures, wording), store, contents,
                settings, transaction, wording, clock);
    }

    private ScanLater later() {
        return new ScanLater(store, contents, content -> verdict.get(), transaction);
    }

    private long pieces() {
        return jdbc.sql("select count(*) from evidence_piece p join evidence_file f on f.id = p.file_id where f.case_number = ?")
                .param(number).query(Long.class).single();
    }

    /** The folder is shared with other tests that run at the same moment: what is theirs goes soon, what we left stays. */
    private static void nothingIsLeftOnDisk() {
        List<Path> seen = spooled();
        Awaitility.await().until(() -> seen.stream().noneMatch(Files::exists));
    }

    private static List<Path> spooled() {
        try (Stream<Path> temporary = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return temporary.filter(path -> path.getFileName().toString().startsWith("evidence-")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Download download) throws IOException {
        try (InputStream in = download.content().getInputStream()) {
            return in.readAllBytes();
        }
    }
}
