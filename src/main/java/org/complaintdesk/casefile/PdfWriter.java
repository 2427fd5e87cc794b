package org.complaintdesk.casefile;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Semaphore;
import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;
import org.springframework.stereotype.Component;

/** Makes a PDF of a page. Pictures have to be in the page itself: nothing is fetched from anywhere. */
@Component
class PdfWriter {

    private static final int AT_ONCE = 2;

    private final PdfFonts fonts;
    /** A file takes a second of a processor and some memory; the others wait. */
    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    PdfWriter(PdfFonts fonts) {
        this.fonts = fonts;
    }

    byte[] write(String html) {
        turns.acquireUninterruptibly();
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PdfRendererBuilder pdf = new PdfRendererBuilder();
            fonts.addTo(pdf);
            pdf.useExternalResourceAccessControl((address, type) -> address.startsWith("data:"),
                    ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
            pdf.useExternalResourceAccessControl((address, type) -> address.startsWith("data:"),
                    ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
            pdf.withW3cDocument(new W3CDom().fromJsoup(Jsoup.parse(html)), null);
            pdf.withProducer("Complaint Desk");
            pdf.usePdfUaAccessibility(true);
            pdf.toStream(out);
            pdf.run();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("A case file cannot be written", e);
        } finally {
            turns.release();
        }
    }
}
