package dev.dovetail.tls.record;

/** No protection: the time before there are keys (RFC 8446 5.1, RFC 5246 6.2.1). It keeps no state. */
final class PlaintextWrite implements WriteProtection {

    @Override
    public boolean isProtected() {
        return false;
    }

    @Override
    public boolean hidesContentType() {
        return false;
    }

    @Override
    public long recordLimit() {
        return Long.MAX_VALUE;
    }

    @Override
    public int longest(int contentLength, int contentLimit) {
        return RecordHeader.LENGTH + contentLength;
    }

    @Override
    public int prepare(int contentType, int contentLength, int contentLimit) {
        return longest(contentLength, contentLimit);
    }

    @Override
    public int seal(
            long sequence, int contentType, int version, byte[] in, int offset, int length, byte[] out, int outOffset) {
        RecordHeader.write(contentType, version, length, out, outOffset);
        System.arraycopy(in, offset, out, outOffset + RecordHeader.LENGTH, length);
        return RecordHeader.LENGTH + length;
    }

    @Override
    public void close() {
        // There is no key.
    }
}
