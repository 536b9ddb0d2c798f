package dev.dovetail.tls.record;

/** No protection: the time before there are keys (RFC 8446 5.1, RFC 5246 6.2.1). */
final class PlaintextRead implements ReadProtection {

    private int contentType;

    @Override
    public boolean isProtected() {
        return false;
    }

    @Override
    public boolean hidesContentType() {
        return false;
    }

    @Override
    public int expansion() {
        return 0;
    }

    @Override
    public long recordLimit() {
        return Long.MAX_VALUE;
    }

    @Override
    public int room(int recordLength) {
        return recordLength - RecordHeader.LENGTH;
    }

    @Override
    public int open(long sequence, byte[] in, int offset, int recordLength, byte[] out, int outOffset) {
        int length = recordLength - RecordHeader.LENGTH;
        System.arraycopy(in, offset + RecordHeader.LENGTH, out, outOffset, length);
        contentType = RecordHeader.type(in, offset);
        return length;
    }

    @Override
    public int contentType() {
        return contentType;
    }

    @Override
    public int countedLength(int recordLength, int contentLength) {
        return contentLength;
    }

    @Override
    public void close() {
        // There is no key.
    }
}
