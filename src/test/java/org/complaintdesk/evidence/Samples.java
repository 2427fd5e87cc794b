package org.complaintdesk.evidence;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;

/** Files as people send them, and as those do who mean harm. */
final class Samples {

    static final byte[] PDF = ascii("%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
    static final byte[] HTML = ascii("<!DOCTYPE html><html><body><script>alert(document.cookie)</script></body></html>");
    static final byte[] SVG = ascii("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>");
    static final byte[] PROGRAM = joined(ascii("MZ"), new byte[300]);
    static final byte[] MP4 = joined(new byte[] {0, 0, 0, 24}, ascii("ftypisom"), new byte[] {0, 0, 2, 0}, ascii("isommp42"), new byte[64]);
    static final byte[] MOV = joined(new byte[] {0, 0, 0, 20}, ascii("ftypqt  "), new byte[] {0, 0, 2, 0}, ascii("qt  "), new byte[64]);
    static final byte[] HEIC = joined(new byte[] {0, 0, 0, 24}, ascii("ftypheic"), new byte[4], ascii("mif1heic"), new byte[64]);
    /** Not a virus; every scanner is made to call it one. */
    static final byte[] EICAR = ascii("X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-" + "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*");

    private Samples() {
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }

    /** The left half red, the right half blue. */
    static byte[] picture(String format, int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 2, height);
        pen.setColor(Color.BLUE);
        pen.fillRect(width / 2, 0, width, height);
        pen.dispose();
        return encoded(format, picture);
    }

    static byte[] jpeg() {
        return picture("jpg", 1_600, 1_200);
    }

    static byte[] encoded(String format, BufferedImage picture) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(picture, format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Coarse at first, finer with every go. */
    static byte[] jpegInSeveralGoes(int width, int height) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpg").next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), null, null), param);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    static byte[] webp() {
        try {
            return new ClassPathResource("evidence/photo.webp").getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Taken with the phone turned: EXIF says to turn it by 90 degrees; it also says where it was taken. */
    static byte[] turnedJpeg(int width, int height) {
        byte[] jpeg = picture("jpg", width, height);
        ByteBuffer exif = ByteBuffer.allocate(8 + 2 + 2 * 12 + 4 + 2 + 12 + 4);
        exif.put(ascii("MM")).putShort((short) 42).putInt(8);
        exif.putShort((short) 2).putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) 6).putShort((short) 0);
        exif.putShort((short) 0x8825).putShort((short) 4).putInt(1).putInt(38).putInt(0);
        exif.putShort((short) 1).putShort((short) 1).putShort((short) 2).putInt(2).put(ascii("N\0\0\0")).putInt(0);
        byte[] segment = joined(ascii("Exif\0\0"), exif.array());
        byte[] head = ByteBuffer.allocate(4).putShort((short) 0xFFE1).putShort((short) (segment.length + 2)).array();
        return joined(Arrays.copyOf(jpeg, 2), head, segment, Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    /** A few kilobytes that would be decoded to this size. */
    static byte[] pngBomb(int width, int height) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        png.writeBytes(chunk("IHDR", ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] {8, 6, 0, 0, 0}).array()));
        png.writeBytes(chunk("IDAT", deflated(new byte[1 << 20])));
        png.writeBytes(chunk("IEND", new byte[0]));
        return png.toByteArray();
    }

    /** A picture whose text unpacks to a gigabyte. */
    static byte[] pngWithPackedText() {
        byte[] png = picture("png", 40, 30);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
            byte[] megabyte = new byte[1 << 20];
            for (int i = 0; i < 1_024; i++) {
                deflater.write(megabyte);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] text = chunk("zTXt", joined(ascii("Comment\0\0"), packed.toByteArray()));
        int afterHeader = 8 + 25;
        return joined(Arrays.copyOf(png, afterHeader), text, Arrays.copyOfRange(png, afterHeader, png.length));
    }

    /** One picture, shown again and again. */
    static byte[] gif(int frames) {
        byte[] one = picture("gif", 60, 40);
        int table = 13 + 3 * (1 << ((one[10] & 7) + 1));
        byte[] frame = Arrays.copyOfRange(one, table, one.length - 1);
        ByteArrayOutputStream gif = new ByteArrayOutputStream();
        gif.write(one, 0, table);
        for (int i = 0; i < frames; i++) {
            gif.writeBytes(frame);
        }
        gif.write(0x3B);
        return gif.toByteArray();
    }

    static byte[] office(String mainPart, String... others) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write(ascii("<Types><Override ContentType=\"" + mainPart + "\"/></Types>"));
            for (String other : others) {
                zip.putNextEntry(new ZipEntry(other));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] docx() {
        return office("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "word/document.xml");
    }

    static byte[] archive() {
        return office("nothing", "setup.exe");
    }

    static NewFile file(String caseNumber, String name, byte[] content) {
        return new NewFile(caseNumber, name, new ByteArrayResource(content), Origin.STAFF, "amy", null);
    }

    static Spool spool(byte[] content) {
        try {
            return Spool.of(new ByteArrayResource(content), Long.MAX_VALUE - 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] deflated(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
            deflater.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] chunk(String type, byte[] content) {
        CRC32 check = new CRC32();
        check.update(ascii(type));
        check.update(content);
        return joined(ByteBuffer.allocate(4).putInt(content.length).array(), ascii(type), content,
                ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
    }
}
