package dev.dovetail.tls.cli;

import java.io.FileNotFoundException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/** What went wrong, in words for people: no stack trace, and nothing of a peer's that could steer a terminal. */
final class Messages {

    private Messages() {}

    static String of(Throwable failure) {
        String text = failure.getMessage();
        if (failure instanceof UnknownHostException) return "there is no host of the name " + plain(text);
        if (failure instanceof NoSuchFileException || failure instanceof FileNotFoundException) {
            return "there is no file " + plain(text);
        }
        if (failure instanceof AccessDeniedException) return "not allowed to open " + plain(text);
        if (failure instanceof ConnectException) return "can't connect: " + plain(text);
        return text == null ? failure.getClass().getSimpleName() : plain(text);
    }

    /** The text with every control character but line breaks as a question mark. */
    static String plain(@Nullable String text) {
        if (text == null) return "";
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c != '\n' && (Character.isISOControl(c) || isInvisible(c)) ? '?' : c)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static boolean isInvisible(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.FORMAT || type == Character.SURROGATE || type == Character.UNASSIGNED;
    }
}
