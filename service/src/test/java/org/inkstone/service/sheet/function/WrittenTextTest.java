package org.inkstone.service.sheet.function;

import org.inkstone.service.sheet.eval.Check;
import org.junit.jupiter.api.Test;

class WrittenTextTest {
  @Test
  void countsBytes() {
    Check.formulas(
        """
        =LENB("中文ab") -> 6
        =LENB("ｱ") -> 1
        =LENB("é") -> 1
        =LENB("") -> 0
        =LENB("价格12")-LEN("价格12") -> 2
        =LEFTB("中国",1) -> " "
        =LEFTB("中国",2) -> "中"
        =LEFTB("中国",3) -> "中 "
        =LEFTB("office",3) -> "off"
        =LEFTB("ab") -> "a"
        =LEFTB("ab",-1) -> #VALUE!
        =RIGHTB("中国",1) -> " "
        =RIGHTB("中国",2) -> "国"
        =RIGHTB("中国",3) -> " 国"
        =RIGHTB("中国",9) -> "中国"
        =RIGHTB("office",3) -> "ice"
        =MIDB("中国",1,0) -> ""
        =MIDB("中国",1,1) -> " "
        =MIDB("中国",1,2) -> "中"
        =MIDB("中国",2,1) -> " "
        =MIDB("中国",2,3) -> " 国"
        =MIDB("中国",3,2) -> "国"
        =MIDB("office",2,3) -> "ffi"
        =MIDB("office",0,3) -> #VALUE!
        =FINDB("国","中国") -> 3
        =FINDB("a","中a") -> 3
        =FINDB("中","中国中",2) -> 5
        =FINDB("x","中") -> #VALUE!
        =SEARCHB("A","中a") -> 3
        =SEARCHB("?国","中国") -> 1
        =REPLACEB("中国",1,1,"office") -> "office 国"
        =REPLACEB("中国",3,2,"x") -> "中x"
        =REPLACEB("abcdef",2,3,"*") -> "a*ef"
        =REPLACEB("abc",9,1,"*") -> "abc*"
        =REPLACEB("abc",0,1,"*") -> #VALUE!
        """);
  }

  @Test
  void changesWidths() {
    Check.formulas(
        """
        =ASC("ＥＸＣＥＬ　２０２４") -> "EXCEL 2024"
        =ASC("エクセル") -> "ｴｸｾﾙ"
        =ASC("ガパヴ") -> "ｶﾞﾊﾟｳﾞ"
        =ASC("中文") -> "中文"
        =DBCS("EXCEL 1") -> "ＥＸＣＥＬ　１"
        =DBCS("ｴｸｾﾙ") -> "エクセル"
        =DBCS("ｶﾞﾊﾟ") -> "ガパ"
        =JIS("a") -> "ａ"
        =ASC(DBCS("Ab ｶﾞ")) -> "Ab ｶﾞ"
        =DBCS({"a","b"}) -> {"ａ","ｂ"}
        """);
  }

  @Test
  void writesValuesAsTexts() {
    Check.on("TRUE|#VALUE!\n1234.01234|\"Seattle\"\n\"Hello\"|1123\n\"a\"\"b\"|")
        .all(
            """
            =ARRAYTOTEXT(A1:B3,0) -> "TRUE, #VALUE!, 1234.01234, Seattle, Hello, 1123"
            =ARRAYTOTEXT(A1:B3,1)="{TRUE,#VALUE!;1234.01234,""Seattle"";""Hello"",1123}" -> TRUE
            =ARRAYTOTEXT({1,2}) -> "1, 2"
            =ARRAYTOTEXT(5,1) -> "{5}"
            =ARRAYTOTEXT(1,2) -> #VALUE!
            =VALUETOTEXT(A1) -> "TRUE"
            =VALUETOTEXT(B1) -> "#VALUE!"
            =VALUETOTEXT(B2) -> "Seattle"
            =VALUETOTEXT(B2,1) -> ""Seattle""
            =VALUETOTEXT(A2,1) -> "1234.01234"
            =VALUETOTEXT({1,"x"}) -> {"1","x"}
            =VALUETOTEXT(1,3) -> #VALUE!
            =VALUETOTEXT("a""b",1) -> ""a""b""
            """);
  }

  @Test
  void writesThaiMoney() {
    Check.formulas(
        """
        =BAHTTEXT(1234) -> "หนึ่งพันสองร้อยสามสิบสี่บาทถ้วน"
        =BAHTTEXT(0) -> "ศูนย์บาทถ้วน"
        =BAHTTEXT(11) -> "สิบเอ็ดบาทถ้วน"
        =BAHTTEXT(21.25) -> "ยี่สิบเอ็ดบาทยี่สิบห้าสตางค์"
        =BAHTTEXT(0.5) -> "ห้าสิบสตางค์"
        =BAHTTEXT(-1) -> "ลบหนึ่งบาทถ้วน"
        =BAHTTEXT(1000000) -> "หนึ่งล้านบาทถ้วน"
        =BAHTTEXT(12345678.9) -> "สิบสองล้านสามแสนสี่หมื่นห้าพันหกร้อยเจ็ดสิบแปดบาทเก้าสิบสตางค์"
        =BAHTTEXT("x") -> #VALUE!
        """);
  }

  @Test
  void keepsToTheLimitsOfTexts() {
    Check.formulas(
        """
        =SUBSTITUTE(REPT("a",32767),"a",REPT("b",32767)) -> #VALUE!
        =SUBSTITUTE("aaa","a","b",0) -> #VALUE!
        =SUBSTITUTE("aaa","a","b",2.9) -> "aba"
        =SUBSTITUTE("aaa","a","b",9) -> "aaa"
        =SUBSTITUTE("aaa","","b") -> "aaa"
        =LEN(REPT("ab",16383)) -> 32766
        =REPT("ab",16384) -> #VALUE!
        =REPT("ab",2.9) -> "abab"
        =REPT("ab",-1) -> #VALUE!
        =REPLACE(REPT("a",32767),1,0,"b") -> #VALUE!
        =REPT("a",32767)&"b" -> #VALUE!
        =CONCAT(REPT("a",32767),"b") -> #VALUE!
        =UPPER("straße") -> "STRAßE"
        =LOWER("İX")=LOWER("İx") -> TRUE
        =CODE(CHAR(129)) -> 63
        =UNICODE(CHAR(129)) -> 129
        =CHAR(128) -> "€"
        =CHAR(0) -> #VALUE!
        =CHAR(256) -> #VALUE!
        =CODE("Alphabet") -> 65
        =CODE("中") -> 63
        =CODE("") -> #VALUE!
        =UNICHAR(66) -> "B"
        =UNICHAR(0) -> #VALUE!
        =UNICHAR(55296) -> #N/A
        =UNICHAR(65535) -> #N/A
        =LEN(UNICHAR(898)) -> 1
        =UNICODE("😀") -> 128512
        =LEFT("abc",2.9) -> "ab"
        =MID("abc",1.9,1.9) -> "a"
        =FIND("","abc") -> 1
        =FIND("","abc",4) -> 4
        =FIND("a","abc",0) -> #VALUE!
        =TEXTBEFORE("abc","") -> ""
        =TEXTBEFORE("abc","",-1) -> "abc"
        =TEXTAFTER("abc","") -> "abc"
        =TEXTAFTER("abc","",-1) -> ""
        =TEXTBEFORE("abc","b",1,2) -> #VALUE!
        =TEXTBEFORE("abc","b",0) -> #VALUE!
        =TEXTBEFORE("abc","b",4) -> #VALUE!
        =TEXTAFTER("Red Riding Hood's red hood","RED",1,1) -> " Riding Hood's red hood"
        =TEXTAFTER("Little red Riding Hood's red hood","red",-2) -> " Riding Hood's red hood"
        =TEXTSPLIT("a,b;c",",",";") -> {"a","b";"c",#N/A}
        =TEXTSPLIT("a,,b",",",,TRUE) -> {"a","b"}
        =TEXTSPLIT("aXbxc","x",,,1) -> {"a","b","c"}
        =TEXTSPLIT("Do. Or do not.",{".","-"},,TRUE) -> {"Do"," Or do not"}
        =PHONETIC(A1) -> #BLOCKED!
        """);
  }

  @Test
  void writesNumbersWithDecimals() {
    Check.formulas(
        """
        =TEXT(1,"[< 10]# \\l\\o\\w") -> "1 low"
        =TEXT(10,"[< 10]# \\l\\o\\w") -> "10"
        =DOLLAR(1234.567,2) -> "$1,234.57"
        =DOLLAR(1234.567,-2) -> "$1,200"
        =DOLLAR(-1234.567,-2) -> "($1,200)"
        =DOLLAR(-0.123,4) -> "($0.1230)"
        =DOLLAR(99.888) -> "$99.89"
        =FIXED(1234.567,1) -> "1,234.6"
        =FIXED(1234.567,-1) -> "1,230"
        =FIXED(-1234.567,-1,TRUE) -> "-1230"
        =FIXED(44.332) -> "44.33"
        =FIXED(1,128) -> #VALUE!
        =NUMBERVALUE("2.500,27",",",".") -> 2500.27
        =NUMBERVALUE("3.5%") -> 0.035
        =NUMBERVALUE("9%%") -> 0.0009
        =NUMBERVALUE("") -> 0
        =NUMBERVALUE(" 3 000 ") -> 3000
        =NUMBERVALUE("1.2.3") -> #VALUE!
        =NUMBERVALUE("1.2,3") -> #VALUE!
        =NUMBERVALUE("x") -> #VALUE!
        =VALUE("$1,000") -> 1000
        =VALUE("16:48:00")-VALUE("12:00:00") -> 0.2
        =VALUE("x") -> #VALUE!
        =VALUE(TRUE) -> #VALUE!
        =PROPER("2-way street") -> "2-Way Street"
        =TRIM("  a   b ")=("a   b") -> TRUE
        =CLEAN(CHAR(31)&"a"&CHAR(127))="a"&CHAR(127) -> TRUE
        =TEXTJOIN(",",TRUE,REPT("a",32767),"b") -> #VALUE!
        """);
  }
}
