package org.complaintdesk.evidence;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.Orientation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Draws pictures anew and small: what was hidden in the file, the place it was taken at among it, stays behind. */
@Component
class SmallPictures {

    private static final Logger LOG = LoggerFactory.getLogger(SmallPictures.class);
    /** Sharp on a screen of double density. */
    private static final int EDGE = 480;
    /** A larger picture is read with gaps, so that this is about what is held in memory. */
    private static final int READ_EDGE = 4 * EDGE;
    private static final int MILLION = 1_000_000;
    /** Some pictures are held as a whole to be decoded, outside of the heap, where nothing stops us but the machine. */
    private static final int SHARE_HELD_WHOLE = 4;
    /** The decoder of WebP needs up to forty bytes for each pixel, and ten times as long as the others. */
    private static final int SHARE_OF_WEBP = 64;
    private static final int AT_ONCE = 2;
    private static final long PATIENCE_SECONDS = 15;

    private final long largest;
    private final Semaphore decoding = new Semaphore(AT_ONCE, true);

    SmallPictures(EvidenceProperties settings) {
        this.largest = (long) settings.largestPicture() * MILLION;
    }

    /** @return a JPEG; empty for what is no picture, is too large to be drawn, is damaged, or comes when all are busy */
    Optional<byte[]> of(Spool file, FileKind kind) {
        if (!kind.isDrawn() || !isMyTurn()) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(draw(file, kind));
        } catch (IOException | RuntimeException e) {
            LOG.debug("A {} cannot be drawn", kind, e);
            return Optional.empty();
        } catch (LinkageError e) {
            LOG.warn("This Java cannot draw pictures; files are kept without thumbnails", e);
            return Optional.empty();
        } finally {
            decoding.release();
        }
    }

    private boolean isMyTurn() {
        try {
            return decoding.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private byte[] draw(Spool file, FileKind kind) throws IOException {
        JpegHead head = kind == FileKind.JPEG ? JpegHead.of(file) : new JpegHead(null, true);
        long limit = kind == FileKind.WEBP ? largest / SHARE_OF_WEBP : head.inOneGo() ? largest : largest / SHARE_HELD_WHOLE;
        try (ImageInputStream in = new FileImageInputStream(file.path().toFile())) {
            ImageReader reader = ImageIO.getImageReadersByMIMEType(kind.type()).next();
            try {
                // Without metadata: some of it is packed and could unpack to anything.
                reader.setInput(in, true, true);
                int width = reader.getWidth(0);
                int height = reader.getHeight(0);
                boolean drawable = width > 0 && height > 0 && (long) width * height <= limit;
                return drawable ? small(read(reader, width, height), head.held()) : null;
            } finally {
                reader.dispose();
            }
        }
    }

    private static BufferedImage read(ImageReader reader, int width, int height) throws IOException {
        int step = Math.max(1, Math.max(width, height) / READ_EDGE);
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(Math.min(step, width), Math.min(step, height), 0, 0);
        return reader.read(0, param);
    }

    private static byte[] small(BufferedImage picture, Orientation held) throws IOException {
        int edge = Math.min(EDGE, Math.max(picture.getWidth(), picture.getHeight()));
        Thumbnails.Builder<BufferedImage> small = Thumbnails.of(onWhite(picture)).size(edge, edge);
        if (held != null && held != Orientation.TOP_LEFT) {
            small.addFilter(ExifFilterUtils.getFilterForOrientation(held));
        }
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        small.outputFormat("jpg").outputQuality(0.8).toOutputStream(jpeg);
        return jpeg.toByteArray();
    }

    private static BufferedImage onWhite(BufferedImage picture) {
        BufferedImage ground = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = ground.createGraphics();
        pen.drawImage(picture, 0, 0, Color.WHITE, null);
        pen.dispose();
        return ground;
    }
}
